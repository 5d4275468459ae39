using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.AlertRule;

/// <summary>Renames alert rules, or changes their frequency, environment or owner.</summary>
[Cmdlet(
    VerbsCommon.Set,
    "SentryAlertRule",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryAlertRule))]
[RequiresScope("alerts:read", "org:read")]
[RequiresScope("org:read")]
[RequiresScope("member:read", For = "-Owner with a person")]
[RequiresScope("alerts:write", "org:write")]
public sealed class SetSentryAlertRuleCommand : SentryAlertRuleChangeCmdlet
{
    // By organization: a team has another id in each.
    private readonly Dictionary<string, AlertRuleChange> _changes = new(StringComparer.Ordinal);
    private AlertRuleChange _change = new();

    /// <summary>New name.</summary>
    [Parameter]
    [ValidateLength(1, 256)]
    public string? Name { get; set; }

    /// <summary>
    /// Shortest time between two notifications about the same issue; a number without a unit is minutes. Sentry takes
    /// 0, 5, 10, 30, 60, 180, 720 and 1440 minutes; an older version takes 5 to 43200.
    /// </summary>
    [Parameter]
    [BareNumber(TimeSpan.TicksPerMinute)]
    public TimeSpan? Frequency { get; set; }

    /// <summary>The only environment that the rules watch; empty for all environments.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EnvironmentCompleter))]
    [AllowEmptyString]
    [ValidateNotNull]
    public string? Environment { get; set; }

    /// <summary>Owner: <c>#team</c>, an e-mail address, <c>team:45</c> or <c>user:280</c>; <c>none</c>, or empty, for nobody.</summary>
    [Parameter]
    [AllowEmptyString]
    [ValidateNotNull]
    public string? Owner { get; set; }

    /// <summary>Returns the changed rules.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsPassedThru => PassThru.IsPresent;

    private protected override IEnumerable<EntityReference> CollectKeys()
    {
        _change = new AlertRuleChange { Name = Name, Frequency = Frequency, Environment = Environment, Owner = Owner };
        RequireChange(!_change.IsEmpty, "-Name, -Frequency, -Environment or -Owner");
        return base.CollectKeys();
    }

    private protected override async IAsyncEnumerable<SentryAlertRule> ListAsync(
        OrganizationHome organization, IReadOnlyList<AlertRuleReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var owner = Owner is null ? null : await Api.Actors.FindOwnerAsync(organization, Owner, cancellationToken);
        _changes[organization.Slug] = _change with { Owner = owner };
        await foreach (var rule in base.ListAsync(organization, keys, cancellationToken))
        {
            yield return rule;
        }
    }

    private protected override SentryException? Refuse(SentryAlertRule candidate) =>
        AlertRuleGuards.Against(candidate, _changes[candidate.OrganizationSlug]);

    private protected override string Effect(string number) => $"changes {number} alert rules";

    private protected override string? Describe(SentryAlertRule candidate) =>
        PropertyChange.Describe(_changes[candidate.OrganizationSlug].Differences(candidate));

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryAlertRule candidate,
        CancellationToken cancellationToken
    ) => await Api.AlertRules.SetAsync(organization, candidate, _changes[organization.Slug], cancellationToken);
}
