using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.ProjectKey;

/// <summary>Enables client keys: Sentry accepts events sent with them again.</summary>
[Cmdlet(
    VerbsLifecycle.Enable,
    "SentryProjectKey",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryProjectKey))]
[RequiresScope("org:read")]
[RequiresScope("project:write")]
public sealed class EnableSentryProjectKeyCommand : SentryProjectKeyChangeCmdlet
{
    private static readonly ProjectKeyChange Change = new() { IsActive = true };

    /// <summary>Returns the changed keys.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsPassedThru => PassThru.IsPresent;

    private protected override string Effect(string number) => $"enables {number} client keys";

    private protected override string? Describe(SentryProjectKey candidate) =>
        candidate.IsActive is true ? null : "Enable the key: Sentry will accept events sent with it";

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
