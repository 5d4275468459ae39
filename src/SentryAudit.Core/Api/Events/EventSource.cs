using SentryAudit.Common.Time;

namespace SentryAudit.Api.Events;

/// <summary>A list of events: those of an issue, or those of a project.</summary>
/// <param name="Issue">Id of the issue; null for a project's events.</param>
/// <param name="Project">Slug of the project; null where that of the issue is unknown.</param>
/// <param name="Window">Null for as long as Sentry's default goes back.</param>
internal sealed record EventSource(string? Issue, string? Project, DateWindow? Window)
{
    /// <summary>Its key, for the target of an error.</summary>
    public override string ToString() => Issue ?? Project ?? "";
}
