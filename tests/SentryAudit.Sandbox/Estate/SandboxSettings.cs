namespace SentryAudit.Sandbox;

/// <summary>
/// Settings by the names Sentry's API gives them, with their values as JSON. What nobody changed has Sentry's default.
/// </summary>
public sealed class SandboxSettings
{
    private readonly IReadOnlyDictionary<string, string> _defaults;
    private Dictionary<string, string>? _changed;

    private SandboxSettings(IReadOnlyDictionary<string, string> defaults) => _defaults = defaults;

    /// <summary>Every name there is.</summary>
    public IEnumerable<string> Names => _defaults.Keys;

    /// <summary>The value as JSON, such as <c>true</c> or <c>["password"]</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such setting.</exception>
    public string this[string name]
    {
        get => _changed?.GetValueOrDefault(name) ?? _defaults[name];
        set
        {
            _ = _defaults[name];
            _changed ??= new Dictionary<string, string>(StringComparer.Ordinal);
            _changed[name] = value;
        }
    }

    public bool IsOn(string name) => this[name] is "true";

    internal static SandboxSettings OfOrganization() => new(OrganizationDefaults);

    internal static SandboxSettings OfProject() => new(ProjectDefaults);

    private static readonly Dictionary<string, string> OrganizationDefaults = new(StringComparer.Ordinal)
    {
        ["openMembership"] = "true",
        ["allowSharedIssues"] = "true",
        ["allowJoinRequests"] = "true",
        ["allowMemberInvite"] = "true",
        ["allowMemberProjectCreation"] = "true",
        ["allowSuperuserAccess"] = "false",
        ["eventsMemberAdmin"] = "true",
        ["alertsMemberWrite"] = "true",
        ["attachmentsRole"] = "\"member\"",
        ["debugFilesRole"] = "\"admin\"",
        ["enhancedPrivacy"] = "false",
        ["dataScrubber"] = "true",
        ["dataScrubberDefaults"] = "true",
        ["sensitiveFields"] = "[]",
        ["safeFields"] = "[]",
        ["scrubIPAddresses"] = "false",
        ["scrapeJavaScript"] = "true",
        ["storeCrashReports"] = "0",
        ["relayPiiConfig"] = "null",
        ["issueAlertsThreadFlag"] = "true",
        ["metricAlertsThreadFlag"] = "true",
        ["codecovAccess"] = "false",
        ["githubPRBot"] = "false",
        ["hideAiFeatures"] = "false",
    };

    private static readonly Dictionary<string, string> ProjectDefaults = new(StringComparer.Ordinal)
    {
        ["dataScrubber"] = "true",
        ["dataScrubberDefaults"] = "true",
        ["sensitiveFields"] = "[]",
        ["safeFields"] = "[]",
        ["scrubIPAddresses"] = "false",
        ["storeCrashReports"] = "null",
        ["allowedDomains"] = """["*"]""",
        // Looks like a secret, so that clients can show they hide it.
        ["securityToken"] = "\"5ec4e7b0a1e94d0c8a3c2f1db5d6e7f8\"",
        ["securityTokenHeader"] = "null",
        ["verifySSL"] = "false",
        ["scrapeJavaScript"] = "true",
        ["relayPiiConfig"] = "null",
        ["debugFilesRole"] = "null",
        ["enableAutoReleaseCreation"] = "true",
        ["scmSourceContextEnabled"] = "false",
        ["digestsMinDelay"] = "300",
        ["digestsMaxDelay"] = "1800",
        ["resolveAge"] = "0",
        ["subjectPrefix"] = "\"\"",
        ["subjectTemplate"] = "\"$shortID - $title\"",
        ["highlightTags"] = """["handled","level"]""",
        ["highlightContext"] = "{}",
        ["groupingEnhancements"] = "\"\"",
        ["fingerprintingRules"] = "\"\"",
        ["defaultEnvironment"] = "null",
    };
}
