namespace SentryAudit.Surface.Tests.Filters;

/// <summary>
/// What the parameters that are no filters do. A parameter is marked as a filter, with what its values can be, or has a line here.
/// </summary>
internal static class FilterTable
{
    /// <summary>Parameters by name, and where one name means two things by <c>Cmdlet -Name</c>.</summary>
    public static readonly IReadOnlyDictionary<string, string> NoFilters = Lines(
        ("Set-, New- and Send- what is given to the object", [
            "Role", "TeamRole", "Name", "Slug", "NewSlug", "Platform", "Owner", "Frequency", "Status", "IgnoreFor", "AssignTo", "Priority",
            "InNextRelease", "UntilEscalating", "Email", "NoEmail", "Label", "RateLimitCount", "RateLimitWindow", "NoRateLimit",
            "NoDefaultRules", "Url", "Ref", "DateReleased", "DateStarted", "DateFinished", "Finalize", "Archive", "Restore", "Environment",
            "ResolveAgeHours", "SubjectPrefix", "SubjectTemplate", "Team", "Project", "Release",
        ]),
        ("Set-SentryOrganization and Set-SentryProject: settings", [
            "Require2FA", "DefaultRole", "OpenMembership", "AllowJoinRequests", "AllowSharedIssues", "EnhancedPrivacy", "DataScrubber",
            "DataScrubberDefaults", "ScrubIPAddresses", "SensitiveField", "SafeField", "ScrapeJavaScript", "StoreCrashReports",
            "EventsMemberAdmin", "AlertsMemberWrite", "AttachmentsRole", "DebugFilesRole", "HideAiFeatures", "IsEarlyAdopter",
        ]),
        ("what else is read or shown", [
            "IncludeTeams", "IncludeArchived", "Detailed", "ShowSecret", "EffectiveAccess", "Feature", "Summary", "NoHistory",
        ]),
        ("how it is shown or written", ["PassThru", "Force", "Sort", "Interval", "TimeZone", "Format", "NoClobber", "AccountName"]),
        ("where it is read or written", ["Path", "Connection", "Organization", "Inventory", "Keep", "Before", "WholeHistory"]),
        ("Sync-SentryInventory: what is stored", ["Include", "Exclude", "ReleaseSince"]),
        ("rows and columns of the user's own", [
            "ReferenceObject", "KeyProperty", "AliasProperty", "RoleProperty", "IgnorePlusAddress", "Previous", "Reference", "Difference",
        ]),
        ("connecting", [
            "Token", "Credential", "AsOf", "ClientId", "ClientSecret", "Scope", "Account", "Uri", "TimeoutSec", "MaximumRetryCount",
            "DeviceCode", "Browser", "NoBrowser", "Persist", "AllowInsecure", "FollowRegion", "MaximumAnswerSize",
        ]),
        ("Invoke-SentryApi: a request as it is", ["Method", "Query", "Body", "Paginate"]));

    /// <summary>Filters that take any text or time, and what else than a list tells that a value is wrong.</summary>
    public static readonly IReadOnlyDictionary<string, string> Free = Lines(
        ("Sentry's own search, which refuses what it can't read", ["Query"]),
        ("times: any is possible", [
            "Date", "DaysBack", "StartDate", "EndDate", "DaysBackStart", "DaysBackEnd", "Last", "Since", "Until",
        ]));

    private static Dictionary<string, string> Lines(params (string Meaning, string[] Names)[] lines) =>
        lines.SelectMany(line => line.Names.Select(name => (name, line.Meaning)))
            .ToDictionary(line => line.name, line => line.Meaning, StringComparer.Ordinal);
}
