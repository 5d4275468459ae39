namespace SentryAudit.Inventory;

/// <summary>What a sync should do.</summary>
internal sealed record SyncOptions
{
    /// <summary>Version of this module, for the header.</summary>
    public static string ModuleVersion { get; } = typeof(SyncOptions).Assembly.GetName().Version!.ToString(3);

    /// <summary>The folder of all inventories.</summary>
    public required string Root { get; init; }

    /// <summary>Address of the Sentry.</summary>
    public required Uri Host { get; init; }

    /// <summary>The kinds to read. The sections of other kinds are taken over from the state before.</summary>
    public required IReadOnlySet<SentryEntityType> Types { get; init; }

    /// <summary>Releases created before this (UTC) are neither read nor taken for removed; null to read all.</summary>
    public DateTimeOffset? ReleasesSince { get; init; }

    /// <summary>The number of earlier states to keep.</summary>
    public required int Keep { get; init; }

    /// <summary>A tag that the user chose; null to keep the present one.</summary>
    public string? AccountName { get; init; }

    /// <summary>Scopes of the token; null if Sentry did not report them.</summary>
    public StringList? Scopes { get; init; }
}
