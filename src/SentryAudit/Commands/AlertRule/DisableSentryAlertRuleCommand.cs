using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.AlertRule;

/// <summary>
/// Disables alert rules: they notify nobody until they are enabled again. An older Sentry mutes them for everybody
/// instead.
/// </summary>
[Cmdlet(
    VerbsLifecycle.Disable,
    "SentryAlertRule",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(SentryAlertRule))]
[RequiresScope("alerts:read", "org:read")]
[RequiresScope("org:read")]
[RequiresScope("alerts:write", "org:write")]
public sealed class DisableSentryAlertRuleCommand : SentryAlertRuleChangeCmdlet
{
    private static readonly AlertRuleChange Change = new() { IsEnabled = false };

    /// <summary>Returns the changed rules.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsPassedThru => PassThru.IsPresent;

    private protected override string Effect(string number) => $"disables {number} active alert rules";

    private protected override bool Counts(SentryAlertRule candidate) => Describe(candidate) is not null;

    private protected override string? Describe(SentryAlertRule candidate) => candidate.SwitchState switch
    {
        "disabled" or "muted" => null,
        _ when IsLegacy(candidate) => "Mute the rule for everybody, because this version of Sentry can't disable rules: "
            + "it will notify nobody until it is enabled",
        _ => "Disable the rule: it will notify nobody until it is enabled",
    };

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryAlertRule candidate,
        CancellationToken cancellationToken
    ) => await Api.AlertRules.SetAsync(organization, candidate, Change, cancellationToken);
}
