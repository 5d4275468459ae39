using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.AlertRule;

/// <summary>Removes alert rules.</summary>
[Cmdlet(
    VerbsCommon.Remove,
    "SentryAlertRule",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
[RequiresScope("alerts:read", "org:read")]
[RequiresScope("org:read")]
[RequiresScope("alerts:write", "org:write")]
public sealed class RemoveSentryAlertRuleCommand : SentryAlertRuleChangeCmdlet
{
    private protected override string Effect(string number) => $"removes {number} alert rules";

    private protected override string Describe(SentryAlertRule candidate)
    {
        var notified = candidate.Actions is { Count: > 0 } actions ? $", which notifies {string.Join(", ", actions)}" : "";
        return $"Remove the {candidate.Kind.ToString().ToLowerInvariant()} rule{notified}; Sentry will delete it later";
    }

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryAlertRule candidate,
        CancellationToken cancellationToken)
    {
        await Api.AlertRules.RemoveAsync(organization, candidate, cancellationToken);
        return null;
    }
}
