using SentryAudit.Sources;

namespace SentryAudit.Inventory;

/// <summary>What the header says about one kind of object in a sync.</summary>
internal sealed record InventorySection
{
    /// <summary>The kind, as a text: a newer version may have written one that this version does not know.</summary>
    public required string Type { get; init; }

    /// <summary>Start of the sync that last read this kind (UTC); earlier than the header's if the last sync left it out.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Whether that sync read all objects. If not, missing objects may still exist, and none was taken for removed.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Why it is not complete; null if it is.</summary>
    public string? Problem { get; init; }

    /// <summary>What to do about it; null if it is complete, and in files of earlier versions.</summary>
    public string? Remedy { get; init; }

    /// <summary>Whether it is not complete because this Sentry has no such list: no other token would see more.</summary>
    public bool IsNotOnServer { get; init; }

    /// <summary>For releases: only those created at or after this were read (UTC); null if all were.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>
    /// Slugs of the projects that were within reach, where others were not: the section is complete for these only. Null if it does not
    /// depend on the reach of the token.
    /// </summary>
    public StringList? Projects { get; init; }

    /// <summary>Number of existing objects.</summary>
    public required int Count { get; init; }

    /// <summary>Number of objects that no longer exist.</summary>
    public required int RemovedCount { get; init; }

    /// <summary>Compressed size in bytes. The sections are in the order of the header, one after another.</summary>
    public required long Length { get; init; }

    /// <summary>The section of a kind that was just read, without its counts and length.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="readAt">Start of the sync (UTC).</param>
    /// <param name="since">Only releases created at or after this were read (UTC); null for all.</param>
    /// <param name="fault">Why the read failed; null if it was complete.</param>
    public static InventorySection OfRead(InventoryKind kind, DateTimeOffset readAt, DateTimeOffset? since, SentryException? fault) =>
        new()
        {
            Type = kind.ToString(),
            ReadAt = readAt,
            IsComplete = fault is null,
            Problem = fault?.Message,
            Remedy = fault?.RecommendedAction,
            IsNotOnServer = MissingList.Of(fault) is not null,
            Since = since,
            Count = 0,
            RemovedCount = 0,
            Length = 0,
        };

    /// <summary>Whether something can be said about what is missing: about all of it, or about that of some projects.</summary>
    public bool IsUsable => IsComplete || Projects is not null;

    /// <summary>The section of a kind of which only the objects of some projects were within reach.</summary>
    public InventorySection LimitedTo(InventoryKind kind, ProjectReach? reach) =>
        IsComplete && CoveredProjects.AreOf(kind) && reach?.Describe(selection: null) is { } problem
            ? this with
            {
                IsComplete = false,
                Problem = problem,
                Projects = new StringList(reach.Reachable.Select(project => project.Slug)),
            }
            : this;

    /// <summary>
    /// Whether an object that was not read does not exist. A release of unknown age may be older than the releases that were read.
    /// </summary>
    public bool ProvesAbsenceOf(object entity) =>
        (IsComplete || (Projects is { } covered && CoveredProjects.Include(covered, entity)))
        && (Since is not { } since || entity is SentryRelease { DateCreated: { } created } && created >= since);
}
