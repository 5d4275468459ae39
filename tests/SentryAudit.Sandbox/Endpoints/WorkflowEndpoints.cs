using System.Text.Json;
using SentryAudit.Api.Stats;
using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;
using SentryAudit.Sandbox.Paging;
using SentryAudit.Sandbox.Searching;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>Today's alerts: workflows, and the detectors that set them off.</summary>
internal static class WorkflowEndpoints
{
    private static readonly SearchQuery<SandboxWorkflow> WorkflowSearch = new(
        new(StringComparer.Ordinal)
        {
            ["name"] = static (workflow, value) => Match.Part(workflow.Name, value),
            ["action"] = HasAction,
        },
        static (workflow, text) => Match.Part(workflow.Name, text) || HasAction(workflow, text));

    private static readonly SearchQuery<SandboxDetector> DetectorSearch = new(
        new(StringComparer.Ordinal)
        {
            ["name"] = static (detector, value) => Match.Part(detector.Name, value),
            ["type"] = static (detector, value) => Match.Same(detector.Type, value),
            ["assignee"] = static (detector, value) => value is "none"
                ? detector.Owner is null
                : Match.Same(detector.Owner?.Email, value) || Match.Same("#" + detector.Owner?.Name, value),
        },
        static (detector, text) => Match.Part(detector.Name, text) || Match.Part(detector.Type, text));

    private static readonly Dictionary<string, Func<SandboxWorkflow, IComparable?>> WorkflowOrder = new(StringComparer.Ordinal)
    {
        ["id"] = static workflow => Sorting.Number(workflow.Id),
        ["name"] = static workflow => workflow.Name,
        ["dateCreated"] = static workflow => workflow.DateCreated,
        ["dateUpdated"] = static workflow => workflow.DateUpdated,
        ["lastTriggered"] = static workflow => workflow.LastTriggered,
        ["connectedDetectors"] = static workflow => workflow.Detectors.Count,
        ["actions"] = static workflow => workflow.ActionFilters.Sum(group => group.Actions.Count),
        ["priorityDetector"] = static workflow => Sorting.Number(workflow.Id),
    };

    private static readonly Dictionary<string, Func<SandboxDetector, IComparable?>> DetectorOrder = new(StringComparer.Ordinal)
    {
        ["id"] = static detector => Sorting.Number(detector.Id),
        ["name"] = static detector => detector.Name,
        ["type"] = static detector => detector.Type,
    };

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/workflows/", Scopes.Alerts, Workflows) { WorkflowEngine = true },
        new("organizations/{org}/workflows/{workflow}/", Scopes.Alerts, Workflow) { WorkflowEngine = true },
        new("organizations/{org}/detectors/", Scopes.Alerts, Detectors) { WorkflowEngine = true },
        new("organizations/{org}/detectors/{detector}/", Scopes.Alerts, Detector) { WorkflowEngine = true },
    ];

    private static bool HasAction(SandboxWorkflow workflow, string type) =>
        workflow.ActionFilters.Exists(group => group.Actions.Exists(action => Match.Part(action.Type, type)));

    /// <summary>Ids override every other filter. A filter by project also lets through what is attached to nothing.</summary>
    private static Answer Workflows(Exchange exchange) => Selected(exchange)
        .SortedBy(exchange, WorkflowOrder)
        .Page(exchange, counted: true)
        .Write(exchange, (json, workflow) => WorkflowJson.Write(json, workflow, exchange.Organization));

    /// <summary>Those a request is about.</summary>
    public static IReadOnlyList<SandboxWorkflow> Selected(Exchange exchange)
    {
        var ids = exchange.QueryAll("id");
        var inProjects = Filters.Projects(exchange);
        IReadOnlyList<SandboxWorkflow> found = ids.Count > 0
            ? exchange.Organization.Workflows.FindAll(workflow => ids.Contains(workflow.Id, StringComparer.Ordinal))
            : exchange.Organization.Workflows.FindAll(workflow => workflow.Detectors.Count == 0
                || workflow.Detectors.Exists(detector => detector.Project is not null && inProjects(detector.Project)));
        return WorkflowSearch.Filter(found, ids.Count > 0 ? null : exchange.Query("query"));
    }

    private static Answer Workflow(Exchange exchange)
    {
        var workflow = Find(exchange);
        return Answer.Json(json => WorkflowJson.Write(json, workflow, exchange.Organization));
    }

    /// <summary>The workflow of the path.</summary>
    public static SandboxWorkflow Find(Exchange exchange)
    {
        var id = exchange.Route("workflow");
        return exchange.Organization.Workflows.Find(candidate => candidate.Id == id) ?? throw ApiError.NotFound();
    }

    private static Answer Detectors(Exchange exchange)
    {
        var workflowIds = WorkflowIds(exchange.Organization);
        return SelectedDetectors(exchange)
            .SortedBy(exchange, DetectorOrder)
            .Page(exchange, counted: true)
            .Write(exchange, (json, detector) => DetectorJson.Write(json, detector, workflowIds[detector]));
    }

    /// <summary>Those a request is about.</summary>
    public static IReadOnlyList<SandboxDetector> SelectedDetectors(Exchange exchange)
    {
        var ids = exchange.QueryAll("id");
        var inProjects = Filters.Projects(exchange);
        IReadOnlyList<SandboxDetector> found = ids.Count > 0
            ? exchange.Organization.Detectors.FindAll(detector => ids.Contains(detector.Id, StringComparer.Ordinal)
                && (detector.Project is null || exchange.Reaches(detector.Project)))
            : exchange.Organization.Detectors.FindAll(detector => detector.Project is null || inProjects(detector.Project));
        return DetectorSearch.Filter(found, ids.Count > 0 ? null : exchange.Query("query"));
    }

    private static Answer Detector(Exchange exchange)
    {
        var detector = FindDetector(exchange);
        return Answer.Json(json => WriteDetector(json, detector, exchange.Organization));
    }

    /// <summary>The detector of the path.</summary>
    public static SandboxDetector FindDetector(Exchange exchange)
    {
        var id = exchange.Route("detector");
        return exchange.Organization.Detectors.Find(candidate => candidate.Id == id) ?? throw ApiError.NotFound();
    }

    public static void WriteDetector(Utf8JsonWriter json, SandboxDetector detector, SandboxOrganization organization) =>
        DetectorJson.Write(json, detector, WorkflowIds(organization)[detector]);

    private static ILookup<SandboxDetector, string> WorkflowIds(SandboxOrganization organization) => organization.Workflows
        .SelectMany(workflow => workflow.Detectors, (workflow, detector) => (workflow.Id, Detector: detector))
        .ToLookup(pair => pair.Detector, pair => pair.Id);
}
