using SentryAudit.Api.Wire;

namespace SentryAudit.Api.Events;

internal static class FeedbackMapping
{
    public static SentryUserFeedback ToModel(this WireUserReport wire, string organization, string project, DateTimeOffset readAt) => new()
    {
        Id = wire.Id ?? "",
        Source = SentryFeedbackSource.LegacyReport,
        Name = wire.Name.OrNull(),
        Email = wire.Email.OrNull(),
        Comments = wire.Comments.OrNull(),
        DateCreated = wire.DateCreated,
        EventId = wire.EventId.OrNull(),
        IssueId = wire.Issue?.Id,
        ProjectSlug = project,
        OrganizationSlug = organization,
        LastUpdated = readAt,
    };

    /// <summary>Feedback of the widget is an issue of its own; what was written stands in its metadata.</summary>
    public static SentryUserFeedback ToFeedback(this WireIssue wire, string organization, DateTimeOffset readAt) => new()
    {
        Id = wire.Id ?? "",
        Source = SentryFeedbackSource.Widget,
        Name = wire.Metadata?.Name.OrNull(),
        Email = wire.Metadata?.ContactEmail.OrNull(),
        Comments = wire.Metadata?.Message.OrNull(),
        DateCreated = wire.FirstSeen,
        EventId = wire.Metadata?.AssociatedEventId.OrNull(),
        IssueId = wire.Id,
        ProjectSlug = wire.Project?.Slug,
        OrganizationSlug = organization,
        LastUpdated = readAt,
    };
}
