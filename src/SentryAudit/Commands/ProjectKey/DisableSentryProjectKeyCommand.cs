using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.ProjectKey;

/// <summary>Disables client keys: Sentry refuses events sent with them until they are enabled again.</summary>
[Cmdlet(
    VerbsLifecycle.Disable,
    "SentryProjectKey",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(SentryProjectKey))]
[RequiresScope("org:read")]
[RequiresScope("project:write")]
public sealed class DisableSentryProjectKeyCommand : SentryProjectKeyChangeCmdlet
{
    private static readonly ProjectKeyChange Change = new() { IsActive = false };

    /// <summary>Returns the changed keys.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsPassedThru => PassThru.IsPresent;

    private protected override string Effect(string number) => $"disables {number} active client keys";

    private protected override bool Counts(SentryProjectKey candidate) => Describe(candidate) is not null;

    private protected override string? Describe(SentryProjectKey candidate) =>
        candidate.IsActive is false
            ? null
            : $"Disable the key: Sentry will refuse events sent with it until it is enabled{Loss(candidate)}";

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryProjectKey candidate,
        CancellationToken cancellationToken) =>
        await Api.ProjectKeyChanges.SetAsync(
            organization,
            candidate,
            await IdOfAsync(organization, candidate, cancellationToken),
            Change,
            cancellationToken);
}
