namespace SentryAudit.Inventory;

/// <summary>Where inventories are kept: a folder a Sentry, and in it a folder an organization.</summary>
internal static class InventoryPlace
{
    /// <summary>Names the default place where a path is expected.</summary>
    public const string DefaultName = "Default";

    /// <summary>Names another default place.</summary>
    public const string Variable = "SENTRY_INVENTORY";

    /// <summary>The folder used when none is named: SENTRY_INVENTORY, else one among the user's application data; null when there is neither.</summary>
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

    /// <summary>The store of an organization; its id is preferred, since a slug can change.</summary>
    public static InventoryStore For(string root, Uri host, string organizationIdOrSlug) =>
        new(Path.Combine(root, FolderName(host.Authority + host.AbsolutePath), FolderName(organizationIdOrSlug)));

    /// <summary>The store there is for an organization, under its id or its slug; null when there is none.</summary>
    public static InventoryStore? Find(string root, Uri host, string? id, string slug)
    {
        var bySlug = For(root, host, slug);
        if (id is not null)
        {
            return new[] { For(root, host, id), bySlug }.FirstOrDefault(store => store.Exists);
        }

        // A token that can't learn the id finds the store by the slug it last had.
        return bySlug.Exists ? bySlug : FindAll(Path.GetDirectoryName(bySlug.Folder)!)
            .FirstOrDefault(store => store.OpenNewest(static _ => { })?.Header.OrganizationSlug == slug);
    }

    /// <summary>All stores below a folder, which may also be one of them.</summary>
    public static IEnumerable<InventoryStore> FindAll(string root) =>
        new[] { root }.Where(Directory.Exists)
            .Concat(Folders(root))
            .Concat(Folders(root).SelectMany(Folders))
            .Select(folder => new InventoryStore(folder))
            .Where(store => store.Exists);

    private static IEnumerable<string> Folders(string folder) =>
        Directory.Exists(folder) ? Directory.GetDirectories(folder).Order(StringComparer.Ordinal) : [];

    private static string FolderName(string text) =>
        string.Concat(text.Trim('/').Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_'));
}
