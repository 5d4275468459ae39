using System.Globalization;
using SentryAudit.Models;
using static SentryAudit.SentryErrorCategory;

namespace SentryAudit.Inventory;

/// <summary>What an inventory can't answer, as errors that say what to do.</summary>
internal static class OfflineFaults
{
    private const string Connect = "Connect-Sentry -Token (Read-Host -AsSecureString)";

    /// <summary>A parameter that only Sentry itself can serve.</summary>
    public static SentryException ApiRequired(string parameter, string reason) =>
        new(
            "SentryApiRequired",
            NotImplemented,
            $"{parameter} needs a connection to Sentry itself: {reason}.",
            $"Leave out the parameter, or connect with a token: {Connect}.");

    /// <summary>A call to Sentry on a connection that has no token.</summary>
    public static SentryApiException ApiRequired(string endpoint, StoredEstate stored) =>
        new(
            "SentryApiRequired",
            NotImplemented,
            $"Only Sentry itself can answer {endpoint}; this connection reads the inventory {stored.Path}.",
            $"Connect with a token: {Connect}.")
        {
            Endpoint = endpoint,
        };

    /// <summary>A change on a connection that has no token.</summary>
    public static SentryException ChangeImpossible(StoredEstate stored) =>
        new(
            "SentryApiRequired",
            NotImplemented,
            $"Only Sentry itself can be changed; this connection reads the inventory {stored.Path}.",
            $"Connect with a token: {Connect}.");

    /// <summary>A kind of object that no sync ever read.</summary>
    public static SentryException NotInInventory(InventoryKind kind, OrganizationHome organization) =>
        new(
            "SentryNotInInventory",
            ObjectNotFound,
            $"The inventory of {organization} contains no {kind} objects, since no sync has read them.",
            $"Run Sync-SentryInventory -Include {kind} -Organization {organization} while connected with a token.");

    /// <summary>Not all objects of a kind were read. It is thrown after those that were.</summary>
    public static SentryException Incomplete(InventoryKind kind, OrganizationHome organization, InventorySection section)
    {
        if (section.IsNotOnServer)
        {
            return new SentryException(
                "SentryNotOnServer",
                NotImplemented,
                $"The inventory of {organization} has no {kind} objects, since its Sentry has no list of them. {section.Problem}",
                "Nothing can be concluded about them. A newer Sentry may have the list.");
        }

        var reason = section.Problem is { } problem ? $": {problem.TrimEnd('.')}" : "";
        return new SentryException(
            "IncompleteInventory",
            InvalidResult,
            $"The sync of {Text(section.ReadAt)} could not read all {kind} objects of {organization}{reason}.",
            "Do not draw conclusions from what is missing. Run Sync-SentryInventory again.");
    }

    /// <summary>Members of teams of whom the inventory has only the id.</summary>
    public static SentryException UnknownMembers(OrganizationHome organization, int count) =>
        new(
            "IncompleteInventory",
            InvalidResult,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count} members of these teams are missing: the inventory of {organization} contains only their ids."),
            "Run Sync-SentryInventory -Include Member, TeamMember, so that both are read at the same time.");

    public static SentryException NotThen(string path, DateTimeOffset asOf, DateTimeOffset oldest) =>
        new(
            "InventoryTooYoung",
            ObjectNotFound,
            $"The inventory {path} does not reach back to {Text(asOf)}: its oldest sync began at {Text(oldest)}.",
            "Give a later time with -AsOf.");

    public static SentryException SeveralHosts(string path, IEnumerable<Uri> hosts) =>
        new(
            "InventoryOfSeveralHosts",
            InvalidArgument,
            $"The folder {path} contains inventories of several Sentrys: {string.Join(", ", hosts)}.",
            "Choose one of them with -Uri, or give the path of its folder.");

    public static SentryException NotOfHost(string path, Uri host) =>
        new(
            "InventoryNotFound",
            ObjectNotFound,
            $"The folder {path} contains no inventory of {host}.",
            "Get-SentryInventory lists the existing ones.");

    public static SentryException OrganizationNotFound(string key, StoredEstate stored) =>
        new(
            "SentryOrganizationNotFound",
            ObjectNotFound,
            $"The inventory {stored.Path} has no organization '{key}'.",
            $"Choose one of its organizations: {string.Join(", ", stored.Organizations.Select(organization => organization.Home.Slug))}.");

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
