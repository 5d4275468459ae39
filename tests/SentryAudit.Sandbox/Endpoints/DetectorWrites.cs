using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Paging;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>
/// Monitors, with the scopes of alerts. <c>PUT detectors/{id}/</c> {name*, type*, enabled, description, owner}: 200; 400 {"name":["This
/// field is required."]}. <c>DELETE detectors/{id}/</c>: 204; 403 for those every project has (error, issue_stream).
/// <c>PUT detectors/?id=…</c> {enabled*}: 200 with the list; 200 {"detail":"No detectors found."}; 400 {"detail":"Some detectors were not
/// found or you do not have permission to update them."}, and without a selection as for alerts. <c>DELETE detectors/?id=…</c>: 204.
/// </summary>
internal static class DetectorWrites
{
    private static readonly string[] BuiltIn = ["error", "issue_stream"];

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/detectors/{detector}/", WorkflowWrites.Writers, Update) { Method = "PUT", WorkflowEngine = true },
        new("organizations/{org}/detectors/{detector}/", WorkflowWrites.Writers, Delete) { Method = "DELETE", WorkflowEngine = true },
        new("organizations/{org}/detectors/", WorkflowWrites.Writers, UpdateMany) { Method = "PUT", WorkflowEngine = true },
        new("organizations/{org}/detectors/", WorkflowWrites.Writers, DeleteMany) { Method = "DELETE", WorkflowEngine = true },
    ];

    private static Answer Update(Exchange exchange)
    {
        var (body, detector) = (exchange.Body, WorkflowEndpoints.FindDetector(exchange));
        var (name, enabled) = (body.Text("name", required: true, most: 200), body.Flag("enabled"));
        body.Text("type", required: true);
        var description = body.Text("description", blank: true, nullable: true);
        var owner = Actors.Read(exchange, "owner");
        body.ThrowIfWrong();
        (detector.Name, detector.Enabled, detector.DateUpdated) = (name!, enabled ?? detector.Enabled, exchange.Moment);
        detector.Description = body.Has("description") ? description : detector.Description;
        detector.Owner = body.Has("owner") ? owner : detector.Owner;
        exchange.Note("detector.edit", $"edited detector {detector.Name}", detector.Id);
        return Answer.Json(json => WorkflowEndpoints.WriteDetector(json, detector, exchange.Organization));
    }

    private static Answer Delete(Exchange exchange)
    {
        Remove(exchange, [WorkflowEndpoints.FindDetector(exchange)]);
        return Answer.Empty(204);
    }

    private static void Remove(Exchange exchange, List<SandboxDetector> detectors)
    {
        ApiError.ThrowIf(detectors.Exists(detector => BuiltIn.Contains(detector.Type, StringComparer.Ordinal)), ApiError.Forbidden());
        foreach (var detector in detectors)
        {
            exchange.Organization.Detectors.Remove(detector);
            exchange.Organization.Workflows.ForEach(workflow => workflow.Detectors.Remove(detector));
            exchange.Note("detector.remove", $"removed detector {detector.Name}", detector.Id);
        }
    }

    private static Answer UpdateMany(Exchange exchange)
    {
        WorkflowWrites.RefuseAll(exchange);
        var enabled = exchange.Body.Flag("enabled", required: true);
        exchange.Body.ThrowIfWrong();
        var selected = Selected(exchange, "update");
        selected.ForEach(detector => (detector.Enabled, detector.DateUpdated) = (enabled!.Value, exchange.Moment));
        return selected.Count == 0
            ? Answer.Detail(200, "No detectors found.")
            : selected
                .Page(exchange)
                .Write(exchange, (json, detector) => WorkflowEndpoints.WriteDetector(json, detector, exchange.Organization));
    }

    private static Answer DeleteMany(Exchange exchange)
    {
        WorkflowWrites.RefuseAll(exchange);
        var selected = Selected(exchange, "delete");
        Remove(exchange, selected);
        return selected.Count == 0 ? Answer.Detail(200, "No detectors found.") : Answer.Empty(204);
    }

    private static List<SandboxDetector> Selected(Exchange exchange, string verb)
    {
        List<SandboxDetector> selected = [.. WorkflowEndpoints.SelectedDetectors(exchange)];
        var ids = exchange.QueryAll("id").Distinct(StringComparer.Ordinal).Count();
        ApiError.ThrowIf(
            ids > 0 && selected.Count != ids,
            ApiError.BadRequest($"Some detectors were not found or you do not have permission to {verb} them."));
        return selected;
    }
}
