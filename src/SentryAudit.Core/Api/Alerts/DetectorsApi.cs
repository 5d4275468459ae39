using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;
using SentryAudit.Sources;

namespace SentryAudit.Api.Alerts;

/// <summary>Detectors: what Sentry shows as monitors, and the alert rules that are not about issues.</summary>
internal sealed class DetectorsApi(ApiConnection api) : IAlertRulePlace
{
    private static readonly Listing<WireDetector> Detectors =
        new("detectors", AlertEndpoints.Detectors, WireJson.Default.WireDetectorArray, ListOrder.Holds, static detector => detector.Id);

    /// <summary>Detectors the way Sentry sends them; those of other types may be among them.</summary>
    /// <param name="organization">Whose detectors.</param>
    /// <param name="type">Of which type; null for all.</param>
    /// <param name="selection">Of which projects; null for all.</param>
    public IAsyncEnumerable<ReadItem<WireDetector>> ReadAsync(
        OrganizationHome organization, string? type, ProjectSelection? selection, CancellationToken cancellationToken) =>
        api.ReadAsync(
            Detectors.LimitedTo(selection).Search(type is null ? null : $"type:{type}"), organization, cancellationToken);

    /// <summary>The detectors of one type, and of some projects or all, as alert rules.</summary>
    public async IAsyncEnumerable<SentryAlertRule> ListAsync(
        OrganizationHome organization,
        (SentryAlertRuleKind Kind, string Type) wanted,
        ProjectSelection? selection,
        ProjectSlugs slugs,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var detector in ReadAsync(organization, wanted.Type, selection, cancellationToken).ConfigureAwait(false))
        {
            var slugsById = await slugs.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (detector.Item.Type == wanted.Type)
            {
                var projects = AlertRuleMapping.Slugs([detector.Item.ProjectId], slugsById);
                yield return detector.Map((wire, readAt) => wire.ToAlertRule(organization.Slug, wanted.Kind, projects, readAt));
            }
        }
    }

    /// <summary>Finds out the projects of detectors by the detectors' ids.</summary>
    public LookupById<WireDetector> LookUpProjects(OrganizationHome organization) =>
        new(api, Detectors, organization, static detector => detector.ProjectId);

    public async Task<SentryAlertRule?> FindAsync(
        OrganizationHome organization, SentryAlertRule rule, CancellationToken cancellationToken) =>
        await api.FindAsync(AlertEndpoints.Detector.Of(organization, rule.Id), WireJson.Default.WireDetector, cancellationToken)
            .ConfigureAwait(false) is { } answer
            ? answer.Map((wire, readAt) => wire.ToAlertRule(organization.Slug, rule.Kind, rule.ProjectSlugs, readAt))
            : null;

    public async Task SendAsync(
        OrganizationHome organization, SentryAlertRule rule, AlertRuleChange change, CancellationToken cancellationToken)
    {
        var (now, _, _) = await api.GetAsync(
            AlertEndpoints.Detector.Of(organization, rule.Id), WireJson.Default.WireDetector, cancellationToken).ConfigureAwait(false);
        var body = new JsonObject
        {
            ["name"] = change.Name ?? now.Name,
            ["type"] = now.Type,
            ["enabled"] = change.IsEnabled ?? now.Enabled,
            ["owner"] = change.OwnerAfter(AlertRuleMapping.Owner(now.Owner)),
        };
        await api.SendAsync(Write.Put(ChangeAddress(organization, rule), body), cancellationToken).ConfigureAwait(false);
    }

    public EndpointAddress ChangeAddress(OrganizationHome organization, SentryAlertRule rule) =>
        AlertEndpoints.SetDetector.Of(organization, rule.Id);
}
