using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;
using SentryAudit.Sources;

namespace SentryAudit.Api.Alerts;

/// <summary>Workflows: the alert rules about issues.</summary>
internal sealed class WorkflowsApi(ApiConnection api, DetectorsApi detectors) : IAlertRulePlace
{
    private static readonly Listing<WireWorkflow> Workflows =
        new("workflows", AlertEndpoints.Workflows, WireJson.Default.WireWorkflowArray, ListOrder.Holds, static workflow => workflow.Id);

    private static readonly Listing<WireName> WorkflowNames =
        new("workflows", AlertEndpoints.Workflows, WireJson.Default.WireNameArray, ListOrder.Holds, static workflow => workflow.Id);

    /// <summary>The workflows of some projects; of all for null.</summary>
    public async IAsyncEnumerable<SentryAlertRule> ListAsync(
        OrganizationHome organization,
        ProjectSelection? selection,
        ProjectSlugs slugs,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var projectIds = detectors.LookUpProjects(organization);
        var groups = api.ReadAsync(Workflows.LimitedTo(selection), organization, cancellationToken)
            .InGroupsOf(LookupById<WireWorkflow>.MostIds, cancellationToken);
        await foreach (var group in groups.ConfigureAwait(false))
        {
            // A workflow names only its detectors; these name their project by id.
            await projectIds.AddAsync(group.SelectMany(row => row.Item.DetectorIds ?? []), cancellationToken).ConfigureAwait(false);
            var slugsById = await slugs.ReadAsync(cancellationToken).ConfigureAwait(false);
            foreach (var workflow in group)
            {
                var connected = workflow.Item.DetectorIds;
                var projectSlugs = connected is not null && Array.TrueForAll(connected, projectIds.Found.ContainsKey)
                    ? AlertRuleMapping.Slugs(connected.Select(id => projectIds.Found[id]), slugsById)
                    : null;
                yield return workflow.Map((wire, readAt) => wire.ToAlertRule(organization.Slug, projectSlugs, readAt));
            }
        }
    }

    /// <summary>Finds out the names of workflows by their ids.</summary>
    public LookupById<WireName> LookUpNames(OrganizationHome organization) =>
        new(api, WorkflowNames, organization, static workflow => workflow.Name);

    public async Task<SentryAlertRule?> FindAsync(
        OrganizationHome organization, SentryAlertRule rule, CancellationToken cancellationToken) =>
        await api.FindAsync(AlertEndpoints.Workflow.Of(organization, rule.Id), WireJson.Default.WireWorkflow, cancellationToken)
            .ConfigureAwait(false) is { } answer
            ? answer.Map((wire, readAt) => wire.ToAlertRule(organization.Slug, rule.ProjectSlugs, readAt))
            : null;

    // Sentry wants the name, and enables what is not said to be disabled. It keeps the triggers, actions, monitors and
    // frequency that are not sent; sent along, each action would be checked anew, and one whose channel is gone would stop the change.
    public async Task SendAsync(
        OrganizationHome organization, SentryAlertRule rule, AlertRuleChange change, CancellationToken cancellationToken)
    {
        var (now, _, _) = await api.GetAsync(
            AlertEndpoints.Workflow.Of(organization, rule.Id), WireJson.Default.WireWorkflow, cancellationToken).ConfigureAwait(false);
        var body = new JsonObject
        {
            ["name"] = change.Name ?? now.Name,
            ["enabled"] = change.IsEnabled ?? now.Enabled,
            ["environment"] = change.EnvironmentAfter(now.Environment),
            ["owner"] = change.OwnerAfter(now.Owner),
        };
        if (change.Frequency is { } frequency)
        {
            body["config"] = new JsonObject { ["frequency"] = (int)frequency.TotalMinutes };
        }

        await api.SendAsync(Write.Put(ChangeAddress(organization, rule), body), cancellationToken).ConfigureAwait(false);
    }

    public EndpointAddress ChangeAddress(OrganizationHome organization, SentryAlertRule rule) =>
        AlertEndpoints.SetWorkflow.Of(organization, rule.Id);
}
