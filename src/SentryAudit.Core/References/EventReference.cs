namespace SentryAudit;

/// <summary>Names an event by its id.</summary>
public sealed class EventReference : EntityReference
{
    /// <summary>Names it by text; wildcards may match several.</summary>
    public EventReference(string value)
        : base(value)
    {
    }

    /// <summary>Names the one this object is.</summary>
    public EventReference(SentryEvent item)
        : base(item.EventId, item.OrganizationSlug) => ProjectSlug = item.ProjectSlug;

    /// <summary>Slug of its project; null when it was given as text.</summary>
    public string? ProjectSlug { get; private set; }

    internal override string Kind => "event";

    internal override void Learn(Func<string, string?> says) => ProjectSlug = says(nameof(SentryEvent.ProjectSlug)) ?? ProjectSlug;

    // Some pages of Sentry show ids with dashes.
    internal string Id => Value.Replace("-", "", StringComparison.Ordinal);

    internal bool Matches(string eventId, string organization) =>
        IsIn(organization) && (MatchesAny(eventId) || string.Equals(Id, eventId, StringComparison.OrdinalIgnoreCase));
}
