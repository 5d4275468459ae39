using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Projects;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;
using SentryAudit.Sources;

namespace SentryAudit.Api.Alerts;

/// <summary>The alert rules of an organization, wherever its Sentry keeps them.</summary>
internal sealed class AlertRulesApi(ApiConnection api, AlertRulePlaces places, ProjectsApi projects)
{
    private static readonly (SentryAlertRuleKind Kind, string Type)[] DetectorKinds =
    [
        (SentryAlertRuleKind.Metric, DetectorTypes.Metric),
        (SentryAlertRuleKind.Uptime, DetectorTypes.Uptime),
        (SentryAlertRuleKind.Cron, DetectorTypes.Cron),
    ];

    /// <summary>
    /// Alert rules: workflows for issues, detectors for the other kinds. A Sentry that knows neither (404) is asked
    /// for the rules they replaced; any other failure is one.
    /// </summary>
    /// <param name="organization">Whose rules.</param>
    /// <param name="kinds">Which kinds.</param>
    /// <param name="selection">Null for all projects and for rules attached to none.</param>
    public async IAsyncEnumerable<SentryAlertRule> ListAsync(
        OrganizationHome organization,
        SentryAlertRuleKind kinds,
        ProjectSelection? selection,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rules = Lists(organization, kinds, selection, cancellationToken).InTurn(cancellationToken);
        await foreach (var rule in rules.ConfigureAwait(false))
        {
            // A rule whose projects are unknown may be one of theirs: better shown with a question mark than missing.
            if (selection is null || rule.ProjectSlugs is null || selection.ContainsAny(rule.ProjectSlugs))
            {
                yield return rule;
            }
        }
    }

    /// <summary>
    /// An alert rule as it is now; null when there is none, or when it can't be asked for: cron monitors of older versions, and rules of
    /// theirs whose project is not known.
    /// </summary>
    public Task<SentryAlertRule?> FindAsync(OrganizationHome organization, SentryAlertRule rule, CancellationToken cancellationToken) =>
        rule is { Source: SentryAlertRuleSource.LegacyMonitor } or { Source: SentryAlertRuleSource.LegacyRule, ProjectSlug: null }
            ? Task.FromResult<SentryAlertRule?>(null)
            : places.Of(rule).FindAsync(organization, rule, cancellationToken);

    /// <summary>Changes an alert rule, and reads it back: what it is connected to and what it does must be as before.</summary>
    public async Task<SentryAlertRule> SetAsync(
        OrganizationHome organization, SentryAlertRule rule, AlertRuleChange change, CancellationToken cancellationToken)
    {
        var place = places.Of(rule);
        var after = await api.ChangeAsync(
            new ChangeCall<SentryAlertRule>($"Changing alert rule {rule}", ct => place.SendAsync(organization, rule, change, ct))
            {
                ReadBack = ct => place.FindAsync(organization, rule, ct),
                Missing = now => PropertyChange.Describe(change.Differences(now)),
            },
            cancellationToken).ConfigureAwait(false);
        return IsSame(rule.ConnectedIds, after.ConnectedIds) && IsSame(rule.Actions, after.Actions)
            ? after
            : throw new SentryException(
                "SentryChangeIncomplete",
                SentryErrorCategory.InvalidResult,
                $"Sentry changed more of alert rule {rule} than was asked for: its actions or connections are not what they were.",
                "Look at the alert in Sentry.");
    }

    /// <summary>Removes an alert rule.</summary>
    public Task RemoveAsync(OrganizationHome organization, SentryAlertRule rule, CancellationToken cancellationToken)
    {
        var place = places.Of(rule);
        return api.RemoveAsync(
            $"Removing alert rule {rule}",
            place.ChangeAddress(organization, rule),
            async ct => await place.FindAsync(organization, rule, ct).ConfigureAwait(false) is not null,
            cancellationToken);
    }

    private IEnumerable<IAsyncEnumerable<SentryAlertRule>> Lists(
        OrganizationHome organization, SentryAlertRuleKind kinds, ProjectSelection? selection, CancellationToken cancellationToken)
    {
        var slugs = new ProjectSlugs(projects, organization);
        if (kinds.HasFlag(SentryAlertRuleKind.Issue))
        {
            yield return places.Workflows.ListAsync(organization, selection, slugs, cancellationToken).OrWhenMissing(
                AlertEndpoints.Workflows,
                () => places.IssueRules.ListAsync(organization, selection, cancellationToken),
                cancellationToken);
        }

        foreach (var (kind, type) in DetectorKinds.Where(detector => kinds.HasFlag(detector.Kind)))
        {
            yield return places.Detectors.ListAsync(organization, (kind, type), selection, slugs, cancellationToken).OrWhenMissing(
                AlertEndpoints.Detectors,
                () => places.MetricRules.ListAsync(organization, kind, selection, cancellationToken),
                cancellationToken);
        }
    }

    private static bool IsSame(StringList? before, StringList? after) =>
        before is null
        || after is null
        || before.Order(StringComparer.Ordinal).SequenceEqual(after.Order(StringComparer.Ordinal), StringComparer.Ordinal);
}
