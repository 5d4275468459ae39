namespace SentryAudit.Input;

/// <summary>
/// Which object may be piped into which cmdlet, and what it means there. This is the whole list: an object that does not
/// stand here for a cmdlet is refused, because it would otherwise mean the whole organization. A
/// <see cref="SentryOrganization"/> means all of an organization everywhere.
/// </summary>
internal static class Joins
{
    /// <summary>The object that stands for all of an organization.</summary>
    public const string Organization = "SentryOrganization";

    private const string Slug = "OrganizationSlug";

    /// <summary>Objects that name no object of Sentry, or only the whole organization, whose part they describe.</summary>
    public static IReadOnlyList<string> WithoutJoins { get; } =
    [
        "SentryAuthProvider", "SentryConnection", "SentryInventoryChange", "SentryPermission", "SentryRelationship", "SentrySession",
        "SentrySubscription", "SentryUserStatusSummary",
    ];

    /// <summary>What objects mean by themselves or by what they are joined to.</summary>
    public static IReadOnlyList<Join> Own { get; } =
    [
        .. PeopleJoins.All, .. ProjectJoins.All, .. AlertJoins.All, .. EventJoins.All,
        new("SentryInventory", "Organization", ["OrganizationSlug"], ["Sync-SentryInventory", "Get-SentryInventory"]),
        new("SentryInventory", "Reference", ["Path"], ["Compare-SentryInventory"]),
        new("SentryInventory", "Inventory", ["Path"], ["Remove-SentryInventory"]),
    ];

    /// <summary>Every kind of object that the module writes.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        [Organization, .. Own.Select(join => join.Kind).Concat(WithoutJoins).Distinct(StringComparer.Ordinal)];

    public static IReadOnlyList<Join> All { get; } =
    [
        .. Own,
        .. Kinds.Where(kind => PipedKinds.Has(kind, Slug))
            .Select(kind => new Join(kind, nameof(Organization), [Slug], ["Get-SentryOrganization"])),
    ];

    /// <summary>What objects of a kind may mean to a cmdlet.</summary>
    public static IEnumerable<Join> Of(string kind, string cmdlet) =>
        All.Where(join => join.Kind == kind && join.Cmdlets.Contains(cmdlet, StringComparer.Ordinal));

    /// <summary>What an object means to a cmdlet; null when it means nothing there.</summary>
    public static Join? Find(PipedObject input, string cmdlet) => Of(input.Kind!, cmdlet).FirstOrDefault(join => join.Fits(input));

    /// <summary>A cmdlet that lists objects between a kind and a cmdlet: those of a team are its projects, and these have keys.</summary>
    public static string? FindBetween(string kind, string cmdlet) =>
        Own.Where(join => join.Kind == kind)
            .SelectMany(join => join.Cmdlets)
            .FirstOrDefault(between =>
                between.StartsWith("Get-", StringComparison.Ordinal)
                && between["Get-".Length..] is var listed
                && listed != kind
                && between != cmdlet
                && Of(listed, cmdlet).Any());
}
