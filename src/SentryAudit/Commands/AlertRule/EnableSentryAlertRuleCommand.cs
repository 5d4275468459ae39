using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.AlertRule;

/// <summary>Enables alert rules, so that they notify again.</summary>
[Cmdlet(
    VerbsLifecycle.Enable,
    "SentryAlertRule",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryAlertRule))]
[RequiresScope("alerts:read", "org:read")]
[RequiresScope("org:read")]
[RequiresScope("alerts:write", "org:write")]
public sealed class EnableSentryAlertRuleCommand : SentryAlertRuleChangeCmdlet
{
    private static readonly AlertRuleChange Change = new() { IsEnabled = true };

    /// <summary>Returns the changed rules.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsPassedThru => PassThru.IsPresent;

    private protected override SentryException? Refuse(SentryAlertRule candidate) => AlertRuleGuards.AgainstEnabling(candidate);

    private protected override string Effect(string number) => $"enables {number} alert rules";

    private protected override string? Describe(SentryAlertRule candidate) => candidate.SwitchState switch
    {
        "active" => null,
        "muted" => "Unmute the rule for everybody: it will notify again",
        not "disabled" when IsLegacy(candidate) => null,
        var status => $"Enable the rule, which is {status ?? "in an unknown state"}: it will notify again",
    };

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryAlertRule candidate,
        CancellationToken cancellationToken
    ) => await Api.AlertRules.SetAsync(organization, candidate, Change, cancellationToken);
}
