namespace SentryAudit.Sandbox.Stats;

/// <summary>The kinds of data Sentry counts, and which project sends which.</summary>
internal static class Categories
{
    public const string Error = "error";
    public const string Attachment = "attachment";

    /// <summary>What is stored. Sentry answers the three kinds of errors under one name.</summary>
    public static readonly string[] All =
    [
        Error, "transaction", Attachment, "session", "replay", "profile", "profile_duration", "profile_duration_ui", "profile_chunk",
        "profile_chunk_ui", "monitor", "span", "log_item", "log_byte", "feedback", "uptime", "default", "security",
    ];

    /// <summary>The three kinds of errors.</summary>
    private static readonly string[] Errors = [Error, "default", "security"];

    /// <summary>The name in answers.</summary>
    public static string NameOf(string category) => Errors.Contains(category, StringComparer.Ordinal) ? Error : category;

    /// <summary>What a name in a filter stands for: errors are all three kinds, the other two only themselves.</summary>
    public static string[] In(string category) => category is Error ? Errors : [category];

    /// <summary>The category behind a name; older and internal names are understood too. Null for names nobody knows.</summary>
    public static string? Find(string name) => name switch
    {
        "replays" => "replay",
        "profiles" => "profile",
        "user_report_v2" => "feedback",
        _ => Array.Find(All, known => known == name),
    };

    /// <summary>About how many a project sends in an hour; 0 for what it does not use.</summary>
    public static int Usual(SandboxProject project, string category) => category switch
    {
        _ when project.FirstEvent is null => 0,
        Error => 120,
        "default" or "security" => IsOn(project, "javascript") ? 9 : 0,
        "session" => 900,
        "transaction" => project.FirstTransactionEvent ? 2400 : 0,
        "span" => project.FirstTransactionEvent ? 30_000 : 0,
        "profile_duration" or "profile" => project.FirstTransactionEvent && IsOn(project, "python") ? 60 : 0,
        "replay" => IsOn(project, "javascript") ? 45 : 0,
        "feedback" => IsOn(project, "javascript") ? 2 : 0,
        Attachment => IsOn(project, "ios") || IsOn(project, "android") ? 12 : 0,
        "log_item" or "log_byte" => IsOn(project, "python") || IsOn(project, "go") ? 700 : 0,
        "monitor" => IsOn(project, "python") ? 1 : 0,
        _ => 0,
    };

    /// <summary>What <c>sum(quantity)</c> adds for each one <c>sum(times_seen)</c> counts: bytes, milliseconds or just one.</summary>
    public static int Size(string category) => category switch
    {
        Attachment => 34_567,
        "log_byte" => 180,
        "profile_duration" => 950,
        _ => 1,
    };

    private static bool IsOn(SandboxProject project, string platform) =>
        project.Platform?.Contains(platform, StringComparison.Ordinal) is true;
}
