using System.Text.Json;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;
using SentryAudit.Sandbox.Paging;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>
/// Alerts, with <c>alerts:write</c>, <c>org:write</c> or <c>org:admin</c>.
/// <c>PUT workflows/{id}/</c> {name*, enabled, config{frequency}, environment, owner, detectorIds, triggers, actionFilters}: 200. It is no
/// partial update: without <c>enabled</c> the alert is enabled again. 400 {"name":["This field is required."]}, {"config":["8 is not one
/// of [0, 5, 10, …]"]}. <c>DELETE workflows/{id}/</c>: 204, and 404 from then on.
/// <c>PUT workflows/?id=…</c> {enabled*}: 200 with the list of what changed; 200 {"detail":"No workflows found."} when nothing matches;
/// 403 when only some of the ids exist; 400 {"detail":"At least one of 'id', 'query', 'project', or 'projectSlug' must be provided."}.
/// <c>DELETE workflows/?id=…</c>: 204, else as PUT.
/// </summary>
internal static class WorkflowWrites
{
    public const string NoSelection = "At least one of 'id', 'query', 'project', or 'projectSlug' must be provided.";
    public static readonly string[] Writers = ["alerts:write", "org:write", "org:admin"];
    private static readonly int[] Frequencies = [0, 5, 10, 30, 60, 180, 720, 1440];

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/workflows/{workflow}/", Writers, Update) { Method = "PUT", WorkflowEngine = true },
        new("organizations/{org}/workflows/{workflow}/", Writers, Delete) { Method = "DELETE", WorkflowEngine = true },
        new("organizations/{org}/workflows/", Writers, UpdateMany) { Method = "PUT", WorkflowEngine = true },
        new("organizations/{org}/workflows/", Writers, DeleteMany) { Method = "DELETE", WorkflowEngine = true },
    ];

    /// <summary>Without a selection Sentry touches nothing.</summary>
    public static void RefuseAll(Exchange exchange) => ApiError.ThrowIf(
        exchange.QueryAll("id").Count + exchange.QueryAll("project").Count + exchange.QueryAll("projectSlug").Count == 0
            && string.IsNullOrEmpty(exchange.Query("query")),
        ApiError.BadRequest(NoSelection));

    private static Answer Update(Exchange exchange)
    {
        var (body, organization, workflow) = (exchange.Body, exchange.Organization, WorkflowEndpoints.Find(exchange));
        var (name, enabled) = (body.Text("name", required: true, most: 256), body.Flag("enabled") ?? true);
        var ids = body.Texts("detectorIds") ?? body.Texts("detector_ids");
        var detectors = organization.Detectors.FindAll(detector => ids?.Contains(detector.Id, StringComparer.Ordinal) is true);
        if (ids is not null && detectors.Count != ids.Count)
        {
            body.Mistake("detectorIds", "Some detectors do not exist.");
        }

        var frequency = Frequency(body);
        var (environment, owner) = (body.Text("environment", nullable: true), body.Text("owner", nullable: true));
        var groups = ActionFilters(body)?.Select(group => ConditionGroupBody.Read(exchange, group)).ToList();
        body.ThrowIfWrong();

        (workflow.Name, workflow.Enabled, workflow.Frequency) = (name!, enabled, frequency ?? workflow.Frequency);
        workflow.Environment = body.Has("environment") ? environment : workflow.Environment;
        workflow.Owner = body.Has("owner") ? owner : workflow.Owner;
        workflow.Triggers = body.Raw("triggers") is { ValueKind: JsonValueKind.Object } triggers
            ? ConditionGroupBody.Read(exchange, triggers)
            : workflow.Triggers;
        Replace(workflow.Detectors, ids is null ? null : detectors);
        Replace(workflow.ActionFilters, groups);
        workflow.DateUpdated = exchange.Moment;
        exchange.Note("workflow.edit", $"edited workflow {workflow.Name}", workflow.Id);
        return Answer.Json(json => WorkflowJson.Write(json, workflow, organization));
    }

    private static int? Frequency(RequestBody body)
    {
        if (body.Raw("config") is not { ValueKind: JsonValueKind.Object } config || !config.TryGetProperty("frequency", out var sent))
        {
            return null;
        }

        if (!sent.TryGetInt32(out var frequency) || !Frequencies.Contains(frequency))
        {
            body.Mistake("config", $"{sent} is not one of [{string.Join(", ", Frequencies)}]");
        }

        return frequency;
    }

    private static IReadOnlyList<JsonElement>? ActionFilters(RequestBody body) =>
        body.Items("actionFilters") ?? body.Items("action_filters");

    private static void Replace<T>(List<T> all, List<T>? by)
    {
        if (by is not null)
        {
            all.Clear();
            all.AddRange(by);
        }
    }

    private static Answer Delete(Exchange exchange)
    {
        Remove(exchange, WorkflowEndpoints.Find(exchange));
        return Answer.Empty(204);
    }

    private static void Remove(Exchange exchange, SandboxWorkflow workflow)
    {
        exchange.Organization.Workflows.Remove(workflow);
        exchange.Note("workflow.remove", $"removed workflow {workflow.Name}", workflow.Id);
    }

    private static Answer UpdateMany(Exchange exchange)
    {
        RefuseAll(exchange);
        var enabled = exchange.Body.Flag("enabled", required: true);
        exchange.Body.ThrowIfWrong();
        var selected = Selected(exchange);
        foreach (var workflow in selected)
        {
            (workflow.Enabled, workflow.DateUpdated) = (enabled!.Value, exchange.Moment);
        }

        return selected.Count == 0
            ? Answer.Detail(200, "No workflows found.")
            : selected.Page(exchange).Write(exchange, (json, workflow) => WorkflowJson.Write(json, workflow, exchange.Organization));
    }

    private static Answer DeleteMany(Exchange exchange)
    {
        RefuseAll(exchange);
        var selected = Selected(exchange);
        foreach (var workflow in selected)
        {
            Remove(exchange, workflow);
        }

        return selected.Count == 0 ? Answer.Detail(200, "No workflows found.") : Answer.Empty(204);
    }

    private static List<SandboxWorkflow> Selected(Exchange exchange)
    {
        List<SandboxWorkflow> selected = [.. WorkflowEndpoints.Selected(exchange)];
        var ids = exchange.QueryAll("id").Distinct(StringComparer.Ordinal).Count();
        ApiError.ThrowIf(selected.Count > 0 && ids > 0 && selected.Count != ids, ApiError.Forbidden());
        return selected;
    }
}
