using System.Globalization;
using SentryAudit.Api.Wire;

namespace SentryAudit.Api.Events;

internal static class IssueMapping
{
    public static SentryIssue ToModel(this WireIssue wire, string organization, DateTimeOffset readAt) => new()
    {
        Id = wire.Id ?? "",
        ShortId = wire.ShortId,
        Title = wire.Title,
        Culprit = wire.Culprit.OrNull(),
        Level = wire.Level,
        Status = wire.Status,
        Substatus = wire.Substatus,
        Priority = wire.Priority,
        Type = wire.IssueType ?? wire.Type,
        Category = wire.IssueCategory,
        Platform = wire.Platform.OrNull(),
        ProjectSlug = wire.Project?.Slug,
        Assignee = Assignee(wire.AssignedTo),
        EventCount = Number(wire.Count),
        UserCount = Number(wire.UserCount),
        FirstEvent = wire.FirstSeen,
        LastEvent = wire.LastSeen,
        IsUnhandled = wire.IsUnhandled,
        CommentCount = wire.NumComments,
        Permalink = Uri.TryCreate(wire.Permalink, UriKind.Absolute, out var page) ? page : null,
        OrganizationSlug = organization,
        LastUpdated = readAt,
    };

    /// <summary>Text, unless there is none in it: Sentry often sends nothing as an empty text.</summary>
    public static string? OrNull(this string? text) => string.IsNullOrEmpty(text) ? null : text;

    // The name of a team is its slug here.
    private static string? Assignee(WireIssue.WireAssignee? assignee) =>
        assignee is { Type: { } type } && (assignee.Email.OrNull() ?? assignee.Name.OrNull() ?? assignee.Id) is { } who
            ? $"{type}:{who}"
            : null;

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
