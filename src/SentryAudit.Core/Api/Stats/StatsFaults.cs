using System.Globalization;
using SentryAudit.Http.Endpoints;

namespace SentryAudit.Api.Stats;

/// <summary>Why something was not counted.</summary>
internal static class StatsFaults
{
    private const string NoProjects = "No projects available";

    private const string Joining =
        "Where the organization has closed membership, the token's owner must be on a team of these projects, or have a role that "
        + "reaches all. A project that was just deleted is out of reach, too.";

    // Whether the token has the scope of this endpoint is not known; that it has the scope of the others is.
    private static readonly string GeneratedEvents = $"GET {StatsEndpoints.ProjectStats}";

    /// <summary>Whether Sentry refused what was asked for, not the way of asking.</summary>
    public static bool IsOutOfReach(SentryApiException fault) =>
        fault.Status is 403 or 404 || (fault.Status is 400 && fault.Detail == NoProjects);

    /// <summary>More rows than Sentry gives: what is missing cannot be told.</summary>
    public static SentryException Cut(string what) => new(
        "SentryIncompleteCount",
        SentryErrorCategory.InvalidResult,
        $"The counts of {what} have more rows than Sentry gives at once, so that some are missing.",
        "Use a shorter window, or -Category.");

    /// <summary>One error for all projects that could not be counted.</summary>
    /// <param name="what">What is not known of them: <c>counts</c>.</param>
    /// <param name="whose">Whose they are: <c>acme</c>, or <c>team web of acme</c>.</param>
    /// <param name="refused">The projects; at least one.</param>
    /// <param name="asked">How many projects were asked for.</param>
    public static SentryApiException Refused(string what, string whose, IReadOnlyCollection<RefusedProject> refused, int asked)
    {
        var names = string.Join(", ", refused.Select(one => one.Project.Slug).Order(StringComparer.Ordinal));
        var first = refused.First().Fault;
        var isGenerated = first.Endpoint == GeneratedEvents;
        var who = refused.Count == asked && asked > 1
            ? $"No project of {whose} is within reach of this token"
            : string.Create(CultureInfo.InvariantCulture, $"{refused.Count} of {asked} projects of {whose} are out of this token's reach");
        return new SentryApiException(
            first.Status is 400 ? "SentryForbidden" : first.ErrorId,
            first.Status is 400 ? SentryErrorCategory.PermissionDenied : first.Category,
            $"{who}: the {(isGenerated ? "generated events" : what)} of {names} are unknown.",
            isGenerated ? $"{first.RecommendedAction} {Joining}" : Joining,
            first)
        {
            Status = first.Status,
            Detail = first.Detail,
            Code = first.Code,
            RequestId = first.RequestId,
            Endpoint = first.Endpoint,
            RequiredScope = first.RequiredScope,
        };
    }
}
