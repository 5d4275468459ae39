using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.ProjectKey;

/// <summary>Removes client keys for good: Sentry refuses events sent with them.</summary>
[Cmdlet(
    VerbsCommon.Remove,
    "SentryProjectKey",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
[RequiresScope("org:read")]
[RequiresScope("project:admin")]
public sealed class RemoveSentryProjectKeyCommand : SentryProjectKeyChangeCmdlet
{
    private protected override string Effect(string number) => $"removes {number} client keys";

    private protected override string Describe(SentryProjectKey candidate) => $"Remove the key for good{Loss(candidate)}";

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryProjectKey candidate,
        CancellationToken cancellationToken)
    {
        if (await FindIdAsync(organization, candidate, cancellationToken) is { } id)
        {
            await Api.ProjectKeyChanges.RemoveAsync(organization, candidate, id, cancellationToken);
        }

        return null;
    }
}
