using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Projects;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;
using SentryAudit.Sources;

namespace SentryAudit.Api.Alerts;

/// <summary>The issue alerts of a self-hosted Sentry before 26.7, whose endpoints sentry.io is removing.</summary>
internal sealed class LegacyIssueRulesApi(ApiConnection api, LegacyRuleWriter writer, ProjectsApi projects) : IAlertRulePlace
{
    private static readonly Listing<WireLegacyRule> Rules = new(
        "alert rules", LegacyAlertEndpoints.ProjectRules, WireJson.Default.WireLegacyRuleArray, ListOrder.Holds, static rule => rule.Id);

    private static readonly string[] Keys =
    [
        "name",
        "actionMatch",
        "filterMatch",
        "frequency",
        "conditions",
        "filters",
        "actions",
        "environment",
        "owner",
    ];

    /// <summary>The rules of some projects; of all for null.</summary>
    public async IAsyncEnumerable<SentryAlertRule> ListAsync(
        OrganizationHome organization, ProjectSelection? selection, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var slugs = selection?.Slugs
            ?? (await projects.ListSlugsAsync(organization, cancellationToken).ReadAllAsync(cancellationToken).ConfigureAwait(false))
                .Order(StringComparer.Ordinal);
        var lists = slugs.ToArray().SelectInParallel(
            ApiConnection.Parallelism, (slug, ct) => ReadAsync(organization, slug, ct), cancellationToken);
        await foreach (var rules in lists.ConfigureAwait(false))
        {
            foreach (var rule in rules)
            {
                yield return rule;
            }
        }
    }

    public async Task<SentryAlertRule?> FindAsync(
        OrganizationHome organization, SentryAlertRule rule, CancellationToken cancellationToken) =>
        await api.FindAsync(ReadAddress(organization, rule), WireJson.Default.WireLegacyRule, cancellationToken)
            .ConfigureAwait(false) is { } answer
            ? answer.Map((wire, readAt) => wire.ToAlertRule(organization.Slug, rule.Kind, rule.ProjectSlug, readAt))
            : null;

    public async Task SendAsync(
        OrganizationHome organization, SentryAlertRule rule, AlertRuleChange change, CancellationToken cancellationToken)
    {
        if (change.IsEnabled is { } isEnabled)
        {
            await SwitchAsync(organization, rule, isEnabled, cancellationToken).ConfigureAwait(false);
        }

        if (!change.IsSwitchOnly)
        {
            var (from, to) = (ReadAddress(organization, rule), ChangeAddress(organization, rule));
            await writer.SendWholeAsync(from, to, Keys, change, cancellationToken).ConfigureAwait(false);
        }
    }

    public EndpointAddress ChangeAddress(OrganizationHome organization, SentryAlertRule rule) =>
        LegacyAlertEndpoints.SetIssueRule.Of(organization, rule.ProjectSlug!, rule.Id);

    private static EndpointAddress ReadAddress(OrganizationHome organization, SentryAlertRule rule) =>
        LegacyAlertEndpoints.IssueRule.Of(organization, rule.ProjectSlug!, rule.Id);

    private Task SwitchAsync(OrganizationHome organization, SentryAlertRule rule, bool isEnabled, CancellationToken cancellationToken) =>
        isEnabled && rule.Status is "disabled"
            ? api.SendAsync(
                Write.Put(LegacyAlertEndpoints.EnableIssueRule.Of(organization, rule.ProjectSlug!, rule.Id), []), cancellationToken)
            : writer.SwitchAsync(LegacyAlertEndpoints.MuteIssueRule, organization, rule, isEnabled, cancellationToken);

    private async Task<IReadOnlyList<SentryAlertRule>> ReadAsync(
        OrganizationHome organization, string project, CancellationToken cancellationToken)
    {
        var rules = new List<SentryAlertRule>();
        var found = api.ReadAsync(Rules.Of($"alert rules of project {project}", project), organization, cancellationToken);
        await foreach (var rule in found.ConfigureAwait(false))
        {
            rules.Add(rule.Map((wire, readAt) => wire.ToAlertRule(organization.Slug, SentryAlertRuleKind.Issue, project, readAt)));
        }

        return rules;
    }
}
