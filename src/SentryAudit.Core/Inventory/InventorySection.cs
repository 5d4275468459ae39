namespace SentryAudit.Inventory;

/// <summary>What the header says about one kind of object in a sync.</summary>
internal sealed record InventorySection
{
    /// <summary>The kind, as text: a newer version may have written one this version does not know.</summary>
    public required string Type { get; init; }

    /// <summary>Start of the sync that last read this kind (UTC); earlier than the header's when a sync left it out.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Whether that read saw everything. If not, absence proves nothing, and nothing was taken for removed.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Why it is not complete.</summary>
    public string? Problem { get; init; }

    /// <summary>For releases: only those created at or after this were read (UTC); null for all.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Objects that are there.</summary>
    public required int Count { get; init; }

    /// <summary>Objects remembered that are gone.</summary>
    public required int RemovedCount { get; init; }

    /// <summary>Compressed size in bytes; sections follow each other in the order of the header.</summary>
    public required long Length { get; init; }

    /// <summary>The section of a kind that was just read, but for its counts and length.</summary>
    /// <param name="fault">What broke the read off; null when it was whole.</param>
    public static InventorySection OfRead(InventoryKind kind, DateTimeOffset readAt, DateTimeOffset? since, SentryException? fault) => new()
    {
        Type = kind.ToString(),
        ReadAt = readAt,
        IsComplete = fault is null,
        Problem = fault?.Message,
        Since = since,
        Count = 0,
        RemovedCount = 0,
        Length = 0,
    };

    /// <summary>Whether an object that the read did not give is not there. One of unknown age may be older than what was asked for.</summary>
    public bool ProvesAbsenceOf(object entity) =>
        IsComplete && (Since is not { } since || entity is SentryRelease { DateCreated: { } created } && created >= since);
}
