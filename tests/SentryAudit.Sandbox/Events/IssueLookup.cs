using System.Globalization;
using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Events;

/// <summary>Finds an issue by counting, not by looking: most issues were never made.</summary>
internal static class IssueLookup
{
    /// <summary>The issue of the path, by id or by what people call it.</summary>
    public static SandboxIssue OfPath(Exchange exchange)
    {
        var wanted = exchange.Route("issue");
        var found = ById(exchange.Organization, wanted) ?? ByShortId(exchange.Organization, wanted) ?? throw ApiError.NotFound();
        return exchange.Reaches(found.Project) ? found : throw ApiError.Forbidden();
    }

    public static SandboxIssue? ById(SandboxOrganization organization, string id) =>
        organization.Issues is [var first, ..] && long.TryParse(id, CultureInfo.InvariantCulture, out var number)
            ? At(organization, number - long.Parse(first.Id, CultureInfo.InvariantCulture))
            : null;

    public static SandboxIssue? ByShortId(SandboxOrganization organization, string shortId)
    {
        var dash = shortId.LastIndexOf('-');
        return long.TryParse(shortId.AsSpan(dash + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            && At(organization, number - 1) is { } issue
            && string.Equals(issue.ShortId, shortId, StringComparison.OrdinalIgnoreCase)
            ? issue
            : null;
    }

    private static SandboxIssue? At(SandboxOrganization organization, long index) =>
        index >= 0 && index < organization.Issues.Count && organization.Issues[(int)index] is { Project.Status: "active" } issue
            ? issue
            : null;
}
