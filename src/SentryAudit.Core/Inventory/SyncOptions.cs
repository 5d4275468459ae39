namespace SentryAudit.Inventory;

/// <summary>What a sync is to do.</summary>
internal sealed record SyncOptions
{
    /// <summary>Version of this module, for the header.</summary>
    public static string ModuleVersion { get; } = typeof(SyncOptions).Assembly.GetName().Version!.ToString(3);

    /// <summary>Folder of all inventories.</summary>
    public required string Root { get; init; }

    /// <summary>Address of the Sentry.</summary>
    public required Uri Host { get; init; }

    /// <summary>The kinds to read. Others keep what is known of them.</summary>
    public required IReadOnlySet<SentryEntityType> Types { get; init; }

    /// <summary>Releases created before this are neither read nor taken for removed (UTC); null to read all.</summary>
    public DateTimeOffset? ReleasesSince { get; init; }

    /// <summary>Earlier states to keep.</summary>
    public required int Keep { get; init; }

    /// <summary>A tag of the caller's; null to keep the one there is.</summary>
    public string? AccountName { get; init; }

    /// <summary>Scopes of the token; null where Sentry did not tell.</summary>
    public StringList? Scopes { get; init; }
}
