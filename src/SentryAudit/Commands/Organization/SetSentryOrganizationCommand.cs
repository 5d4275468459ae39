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
[Cmdlet(
    VerbsCommon.Set,
    "SentryOrganization",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(SentryOrganization))]
[RequiresScope("org:read")]
[RequiresScope("org:write")]
[RequiresScope("org:admin", For = "-DefaultRole")]
[RequiresScope("member:read", For = "-Require2FA")]
public sealed class SetSentryOrganizationCommand()
    : SentryChangeCmdlet<OrganizationReference, SentryOrganization>(static (key, organization) => key.Matches(organization))
{
    private readonly TwoFactorRequirement _twoFactor = new();
    private SettingsChange<SentryOrganization> _change = new();

    /// <summary>Organizations by slug, id, wildcard or object.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("OrganizationSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OrganizationCompleter))]
    public override OrganizationReference[]? Organization { get; set; }

    /// <summary>Display name.</summary>
    [Parameter]
    [ValidateLength(1, 64)]
    public string? Name { get; set; }

    /// <summary>Whether members must use two-factor authentication. When it is turned on, those without it are invited again.</summary>
    [Parameter]
    public bool? Require2FA { get; set; }

    /// <summary>Role of people who join without an invitation.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(OrganizationRoleCompleter))]
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

    /// <summary>Whether notifications leave out details such as source code.</summary>
    [Parameter]
    public bool? EnhancedPrivacy { get; set; }

    /// <summary>Whether data scrubbing is required for all projects.</summary>
    [Parameter]
    public bool? DataScrubber { get; set; }

    /// <summary>Whether the default scrubbers are required for all projects.</summary>
    [Parameter]
    public bool? DataScrubberDefaults { get; set; }

    /// <summary>Whether Sentry does not store IP addresses of end users.</summary>
    [Parameter]
    public bool? ScrubIPAddresses { get; set; }

    /// <summary>Names of fields to scrub beside the default ones. They replace the current list.</summary>
    [Parameter]
    [AllowEmptyCollection]
    public string[]? SensitiveField { get; set; }

    /// <summary>Names of fields that are never scrubbed. They replace the current list.</summary>
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

    /// <summary>Lowest role that may download attachments.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(OrganizationRoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string? AttachmentsRole { get; set; }

    /// <summary>Lowest role that may download debug files.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(OrganizationRoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string? DebugFilesRole { get; set; }

    /// <summary>Whether AI features are hidden.</summary>
    [Parameter]
    public bool? HideAiFeatures { get; set; }

    /// <summary>Whether the organization takes part in Sentry's early-adopter programme.</summary>
    [Parameter]
    public bool? IsEarlyAdopter { get; set; }

    /// <summary>Returns the changed organizations with their settings.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IReadOnlyList<OrganizationReference>? Keys => Organization;

    private protected override string PluralNoun => "settings";

    private protected override bool IsPassedThru => PassThru.IsPresent;

    private protected override IEnumerable<EntityReference> CollectKeys()
    {
        _change = OrganizationSettings.ChangeOf(this);
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
            _twoFactor.Add(now, members);
        }

        yield return now;
    }

    private protected override SentryException? Refuse(SentryOrganization candidate) =>
        Require2FA is true ? TwoFactorRequirement.AgainstSingleSignOn(candidate) : null;

    private protected override void OnAccepted(SentryOrganization candidate)
    {
        if (_twoFactor.WarningFor(candidate) is { } warning)
        {
            Pipeline.Warn(warning);
        }
    }

    private protected override string Effect(string number) => $"changes the settings of {number} organizations";

    private protected override string? Describe(SentryOrganization candidate) =>
        PropertyChange.Describe(_change.Differences(candidate)) is { } sentence ? sentence + _twoFactor.LossOf(candidate) : null;

    private protected override string? SecondQuestion(SentryOrganization candidate) => _twoFactor.QuestionFor(candidate);

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryOrganization candidate,
        CancellationToken cancellationToken
    ) => await Api.Organizations.SetAsync(organization, _change, cancellationToken);
}
