using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Cmdlets;
using SentryAudit.Common.Streams;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Organization;

/// <summary>Changes settings of organizations.</summary>
[Cmdlet(VerbsCommon.Set, "SentryOrganization", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryOrganization))]
[RequiresScope("org:read")]
[RequiresScope("org:write")]
[RequiresScope("org:admin", For = "-DefaultRole")]
[RequiresScope("member:read", For = "-Require2FA")]
public sealed class SetSentryOrganizationCommand()
    : SentryChangeCmdlet<OrganizationReference, SentryOrganization>(static (key, organization) => key.Matches(organization))
{
    private readonly Dictionary<string, string[]> _without2FA = new(StringComparer.Ordinal);
    private SettingsChange<SentryOrganization> _change = new();

    /// <summary>Organizations by slug, id, wildcard or object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("OrganizationSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OrganizationCompleter))]
    [ValidateNotNullOrEmpty]
    public override OrganizationReference[]? Organization { get; set; }

    /// <summary>Display name.</summary>
    [Parameter]
    [ValidateLength(1, 64)]
    public string? Name { get; set; }

    /// <summary>Whether members must use two-factor authentication. Who does not is made an invitation again when it is turned on.</summary>
    [Parameter]
    public bool? Require2FA { get; set; }

    /// <summary>Role given to people who join without an invitation.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string? DefaultRole { get; set; }

    /// <summary>Whether members may join any team by themselves.</summary>
    [Parameter]
    public bool? OpenMembership { get; set; }

    /// <summary>Whether people may ask to join.</summary>
    [Parameter]
    public bool? AllowJoinRequests { get; set; }

    /// <summary>Whether issues may be shared by a public link.</summary>
    [Parameter]
    public bool? AllowSharedIssues { get; set; }

    /// <summary>Whether notifications leave out source code and the like.</summary>
    [Parameter]
    public bool? EnhancedPrivacy { get; set; }

    /// <summary>Whether data scrubbing is required for all projects.</summary>
    [Parameter]
    public bool? DataScrubber { get; set; }

    /// <summary>Whether the default scrubbers are required for all projects.</summary>
    [Parameter]
    public bool? DataScrubberDefaults { get; set; }

    /// <summary>Whether IP addresses of end users are not stored.</summary>
    [Parameter]
    public bool? ScrubIPAddresses { get; set; }

    /// <summary>Names of fields scrubbed in addition to the default ones; they replace those that are set.</summary>
    [Parameter]
    [AllowEmptyCollection]
    public string[]? SensitiveField { get; set; }

    /// <summary>Names of fields never scrubbed; they replace those that are set.</summary>
    [Parameter]
    [AllowEmptyCollection]
    public string[]? SafeField { get; set; }

    /// <summary>Whether Sentry may fetch missing JavaScript sources.</summary>
    [Parameter]
    public bool? ScrapeJavaScript { get; set; }

    /// <summary>Number of native crash reports stored per issue: 0, 1, 5, 10, 20, 50, 100, or -1 for all.</summary>
    [Parameter]
    [ValidateSet("-1", "0", "1", "5", "10", "20", "50", "100")]
    public int? StoreCrashReports { get; set; }

    /// <summary>Whether members may delete events.</summary>
    [Parameter]
    public bool? EventsMemberAdmin { get; set; }

    /// <summary>Whether members may change alerts.</summary>
    [Parameter]
    public bool? AlertsMemberWrite { get; set; }

    /// <summary>Least role that may download attachments.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string? AttachmentsRole { get; set; }

    /// <summary>Least role that may download debug files.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string? DebugFilesRole { get; set; }

    /// <summary>Whether AI features are hidden.</summary>
    [Parameter]
    public bool? HideAiFeatures { get; set; }

    /// <summary>Whether it takes part in Sentry's early-adopter programme.</summary>
    [Parameter]
    public bool? IsEarlyAdopter { get; set; }

    /// <summary>Asks no second question when people would lose access.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the changed organizations with their settings.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IReadOnlyList<OrganizationReference>? Keys => Organization;

    private protected override string What => "settings";

    private protected override bool IsPassedThru => IsOn(PassThru);

    private protected override bool IsForced => IsOn(Force);

    private protected override IEnumerable<EntityReference> CollectKeys()
    {
        _change = new SettingsChange<SentryOrganization>()
            .Add("name", "name", static o => o.Name, Name)
            .Add("require2FA", "required two-factor authentication", static o => o.Require2FA, Require2FA)
            .Add("defaultRole", "default role", static o => o.DefaultRole, DefaultRole?.Trim().ToLowerInvariant())
            .Add("openMembership", "open membership", static o => o.OpenMembership, OpenMembership)
            .Add("allowJoinRequests", "join requests", static o => o.AllowJoinRequests, AllowJoinRequests)
            .Add("allowSharedIssues", "shared issues", static o => o.AllowSharedIssues, AllowSharedIssues)
            .Add("enhancedPrivacy", "enhanced privacy", static o => o.EnhancedPrivacy, EnhancedPrivacy)
            .Add("dataScrubber", "required data scrubber", static o => o.DataScrubber, DataScrubber)
            .Add("dataScrubberDefaults", "required default scrubbers", static o => o.DataScrubberDefaults, DataScrubberDefaults)
            .Add("scrubIPAddresses", "scrubbing of IP addresses", static o => o.ScrubIPAddresses, ScrubIPAddresses)
            .Add("sensitiveFields", "sensitive fields", static o => o.SensitiveFields, SensitiveField)
            .Add("safeFields", "safe fields", static o => o.SafeFields, SafeField)
            .Add("scrapeJavaScript", "fetching of JavaScript sources", static o => o.ScrapeJavaScript, ScrapeJavaScript)
            .Add("storeCrashReports", "stored crash reports", static o => o.StoreCrashReports, StoreCrashReports)
            .Add("eventsMemberAdmin", "deleting of events by members", static o => o.EventsMemberAdmin, EventsMemberAdmin)
            .Add("alertsMemberWrite", "changing of alerts by members", static o => o.AlertsMemberWrite, AlertsMemberWrite)
            .Add("attachmentsRole", "role for attachments", static o => o.AttachmentsRole, AttachmentsRole?.Trim().ToLowerInvariant())
            .Add("debugFilesRole", "role for debug files", static o => o.DebugFilesRole, DebugFilesRole?.Trim().ToLowerInvariant())
            .Add("hideAiFeatures", "hiding of AI features", static o => o.HideAiFeatures, HideAiFeatures)
            .Add("isEarlyAdopter", "early adopter", static o => o.IsEarlyAdopter, IsEarlyAdopter);
        RequireChange(!_change.IsEmpty, "-Require2FA, -OpenMembership, -DefaultRole or another setting");
        return base.CollectKeys();
    }

    private protected override string NameOf(SentryOrganization candidate, OrganizationHome organization) => candidate.Slug;

    private protected override async IAsyncEnumerable<SentryOrganization> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<OrganizationReference> keys,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = await Api.Organizations.GetAsync(organization, cancellationToken);
        if (Require2FA is true && now.Require2FA is not true)
        {
            var members = await Api.Members.ListAsync(organization, [], teams: null, cancellationToken).ReadAllAsync(cancellationToken);
            _without2FA[now.Slug] =
            [
                .. members
                    .Where(member => member.Pending is not true && member.Has2FA is not true)
                    .Select(member => member.Email ?? member.Id),
            ];
        }

        yield return now;
    }

    private protected override SentryException? Refuse(SentryOrganization candidate)
    {
        if (Require2FA is true && candidate is { HasAuthProvider: true, Require2FA: not true })
        {
            return new SentryException(
                "SentryTwoFactorBySso",
                SentryErrorCategory.InvalidArgument,
                $"{candidate} has single sign-on, and Sentry requires no second factor beside it.",
                "Require the second factor at the identity provider.");
        }

        if (Losers(candidate) is { Length: > 0 } losers)
        {
            Pipeline.Warn($"Not known to use two-factor authentication in {candidate}, so that they lose access and are invited again: {string.Join(", ", losers)}.");
        }

        return null;
    }

    private protected override string? Describe(SentryOrganization candidate) =>
        PropertyChange.Describe(_change.Differences(candidate)) is { } sentence
            ? Losers(candidate) is { Length: > 0 } losers
                ? $"{sentence}; who does not use it loses access: {losers.Length} of its people"
                : sentence
            : null;

    private protected override string? SecondThought(SentryOrganization candidate) =>
        Losers(candidate) is { Length: > 0 } losers
            ? $"People in {candidate} who lose access until they set up two-factor authentication: {losers.Length}. Go on?"
            : null;

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryOrganization candidate,
        CancellationToken cancellationToken
    ) => await Api.Organizations.SetAsync(organization, _change, cancellationToken);

    private string[] Losers(SentryOrganization organization) => _without2FA.GetValueOrDefault(organization.Slug, []);
}
