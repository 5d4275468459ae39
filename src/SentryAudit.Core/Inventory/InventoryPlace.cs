namespace SentryAudit.Inventory;

/// <summary>Where inventories are kept: each Sentry has a folder, and in it each organization has one.</summary>
internal static class InventoryPlace
{
    /// <summary>A name for the default folder that can be given instead of a path.</summary>
    public const string DefaultName = "Default";

    /// <summary>The environment variable with another default folder.</summary>
    public const string Variable = "SENTRY_INVENTORY";

    /// <summary>
    /// The folder that is used if none is named: SENTRY_INVENTORY, or a folder of the user's application data; null if there is neither.
    /// </summary>
    public static string? Default
    {
        get
        {
            if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            {
                return Path.GetFullPath(named);
            }

            var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            return data.Length == 0 ? null : Path.Combine(data, "SentryAudit", "Inventory");
        }
    }

    /// <summary>The store of an organization, given by its id or, if that is not known, by its slug.</summary>
    public static InventoryStore For(string root, Uri host, string organizationIdOrSlug) =>
        new(Path.Combine(root, FolderName(host.Authority + host.AbsolutePath), FolderName(organizationIdOrSlug)));

    /// <summary>The existing store of an organization, under its id or its slug; null if there is none.</summary>
    public static InventoryStore? Find(string root, Uri host, string? id, string slug)
    {
        var bySlug = For(root, host, slug);
        if (id is not null)
        {
            return new[] { For(root, host, id), bySlug }.FirstOrDefault(store => store.Exists);
        }

        // Without the id, the store is found by the slug that the organization had in the last sync.
        return bySlug.Exists ? bySlug : FindAll(Path.GetDirectoryName(bySlug.Folder)!)
            .FirstOrDefault(store => store.OpenNewest(static _ => { })?.Header.OrganizationSlug == slug);
    }

    /// <summary>All stores below a folder. The folder may also be a store itself.</summary>
    public static IEnumerable<InventoryStore> FindAll(string root) =>
        new[] { root }.Where(Directory.Exists)
            .Concat(Folders(root))
            .Concat(Folders(root).SelectMany(Folders))
            .Select(folder => new InventoryStore(folder))
            .Where(store => store.Exists);

    private static IEnumerable<string> Folders(string folder) =>
        Directory.Exists(folder) ? Directory.GetDirectories(folder).Order(StringComparer.Ordinal) : [];

    // Ids and addresses come from answers and files. One of dots alone would name a folder that is not its own.
    private static string FolderName(string? text)
    {
        var name = string.Concat((text ?? "").Trim('/').Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_'));
        return name.Any(char.IsAsciiLetterOrDigit) ? name : throw InventoryFaults.NoName(text);
    }
}
