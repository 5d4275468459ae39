using System.Globalization;
using SentryAudit.Models;

namespace SentryAudit.Inventory;

/// <summary>What an inventory can't tell, as errors that say what to do.</summary>
internal static class OfflineFault
{
    private const string Connect = "Connect-Sentry -Token (Read-Host -AsSecureString)";

    /// <summary>A parameter whose answer only Sentry has.</summary>
    public static SentryException ApiRequired(string parameter, string because) =>
        new(
            "SentryApiRequired",
            SentryErrorCategory.NotImplemented,
            $"{parameter} needs Sentry itself: {because}.",
            $"Leave it out, or connect with a token: {Connect}.");

    /// <summary>A call to Sentry on a connection that has no token.</summary>
    public static SentryApiException ApiRequired(string endpoint, StoredEstate stored) =>
        new(
            "SentryApiRequired",
            SentryErrorCategory.NotImplemented,
            $"Only Sentry itself can answer {endpoint}; this connection reads the inventory {stored.Path}.",
            $"Connect with a token: {Connect}.")
        {
            Endpoint = endpoint,
        };

    /// <summary>A change, on a connection that has no token.</summary>
    public static SentryException ChangeImpossible(StoredEstate stored) =>
        new(
            "SentryApiRequired",
            SentryErrorCategory.NotImplemented,
            $"Only Sentry itself can be changed; this connection reads the inventory {stored.Path}.",
            $"Connect with a token: {Connect}.");

    /// <summary>A kind of object that no sync ever read.</summary>
    public static SentryException NotInInventory(InventoryKind kind, OrganizationHome organization) =>
        new(
            "SentryNotInInventory",
            SentryErrorCategory.ObjectNotFound,
            $"The inventory of {organization} holds nothing about {kind} objects: no sync has read them.",
            $"Run Sync-SentryInventory -Include {kind} -Organization {organization} while connected with a token.");

    /// <summary>What was read of a kind is not all; given after the objects that were.</summary>
    public static SentryException Incomplete(InventoryKind kind, OrganizationHome organization, InventorySection section) => new(
        "IncompleteInventory", SentryErrorCategory.InvalidResult,
        $"The sync of {Text(section.ReadAt)} could not read all {kind} objects of {organization}{(section.Problem is { } problem ? $": {problem.TrimEnd('.')}" : "")}.",
        "Do not draw conclusions from what is absent. Run Sync-SentryInventory again.");

    /// <summary>Members of teams of whom the inventory has no more than the id.</summary>
    public static SentryException UnknownMembers(OrganizationHome organization, int count) =>
        new(
            "IncompleteInventory",
            SentryErrorCategory.InvalidResult,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count} members of these teams are missing: the inventory of {organization} knows nothing but their ids."),
            "Run Sync-SentryInventory -Include Member, TeamMember, so that both are of one time.");

    public static SentryException NotThen(string path, DateTimeOffset asOf, DateTimeOffset oldest) =>
        new(
            "InventoryTooYoung",
            SentryErrorCategory.ObjectNotFound,
            $"The inventory {path} tells nothing of {Text(asOf)}: its oldest sync began {Text(oldest)}.",
            "Give -AsOf a later time.");

    public static SentryException SeveralHosts(string path, IEnumerable<Uri> hosts) =>
        new(
            "InventoryOfSeveralHosts",
            SentryErrorCategory.InvalidArgument,
            $"The folder {path} holds inventories of several Sentrys: {string.Join(", ", hosts)}.",
            "Say which one with -Uri, or name its folder.");

    public static SentryException NotOfHost(string path, Uri host) =>
        new(
            "InventoryNotFound",
            SentryErrorCategory.ObjectNotFound,
            $"The folder {path} holds no inventory of {host}.",
            "Get-SentryInventory lists those there are.");

    public static SentryException OrganizationNotFound(string key, StoredEstate stored) => new(
        "SentryOrganizationNotFound", SentryErrorCategory.ObjectNotFound, $"The inventory {stored.Path} has no organization '{key}'.",
        $"It has: {string.Join(", ", stored.Organizations.Select(organization => organization.Home.Slug))}.");

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
