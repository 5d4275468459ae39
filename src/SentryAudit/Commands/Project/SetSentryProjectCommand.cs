using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Api.Wire;
using SentryAudit.Cmdlets;
using SentryAudit.Common.Streams;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Project;

/// <summary>Renames projects and changes their settings.</summary>
[Cmdlet(
    VerbsCommon.Set,
    "SentryProject",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryProject))]
[RequiresScope("org:read")]
[RequiresScope("project:read")]
[RequiresScope("project:write")]
public sealed class SetSentryProjectCommand()
    : SentryChangeCmdlet<ProjectReference, SentryProject>(static (key, project) => key.Matches(project))
{
    private const int HoursOfADay = 24;
    private readonly Dictionary<string, (WireProjectSettings? Settings, SentryApiException? Refusal)> _read = new(StringComparer.Ordinal);

    private readonly PlannedSlugs _planned = new();
    private SettingsChange<WireProjectSettings> _change = new();

    /// <summary>Projects by slug, id, wildcard or object.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    /// <summary>New display name.</summary>
    [Parameter]
    [ValidateLength(1, 200)]
    public string? Name { get; set; }

    /// <summary>
    /// New slug. Sentry redirects the old addresses, but scripts and build tools that use the old slug have to be
    /// changed.
    /// </summary>
    [Parameter]
    [ValidateLength(1, 100)]
    public string? NewSlug { get; set; }

    /// <summary>Platform, for example <c>javascript-react</c>.</summary>
    [Parameter]
    [ValidateLength(1, 64)]
    public string? Platform { get; set; }

    /// <summary>Hours after which issues are resolved that do not happen any more; 0 for never.</summary>
    [Parameter]
    [ValidateRange(0, 10 * 365 * HoursOfADay)]
    public int? ResolveAgeHours { get; set; }

    /// <summary>The start of the subjects of its e-mails; empty for none.</summary>
    [Parameter]
    [ValidateLength(0, 200)]
    public string? SubjectPrefix { get; set; }

    /// <summary>The subjects of its e-mails, for example <c>$shortID - $title</c>.</summary>
    [Parameter]
    [ValidateLength(1, 200)]
    public string? SubjectTemplate { get; set; }

    /// <summary>Whether data is scrubbed.</summary>
    [Parameter]
    public bool? DataScrubber { get; set; }

    /// <summary>Whether the default scrubbers are used.</summary>
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

    /// <summary>Returns the changed projects.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IReadOnlyList<ProjectReference>? Keys => Project;

    private protected override string PluralNoun => "projects";

    private protected override bool IsPassedThru => PassThru.IsPresent;

    private protected override IEnumerable<EntityReference> CollectKeys()
    {
        _change = ProjectSettings.ChangeOf(this);
        RequireChange(!_change.IsEmpty, "-Name, -NewSlug, -Platform or another setting");
        return base.CollectKeys();
    }

    private protected override async IAsyncEnumerable<SentryProject> ListAsync(
        OrganizationHome organization, IReadOnlyList<ProjectReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var projects = await Api.Projects.ListAsync(organization, keys, [], cancellationToken).ReadAllAsync(cancellationToken);
        var chosen = projects.Where(project => keys.Any(key => key.Matches(project)));
        await foreach (var read in Api.ProjectSettings.ReadAsync(organization, chosen, cancellationToken))
        {
            _read[read.Project.Id] = (read.Settings, read.Refusal);
            yield return read.Project;
        }
    }

    private protected override SentryException? Refuse(SentryProject candidate) =>
        _planned.AgainstSecond(candidate, candidate.OrganizationSlug, NewSlug);

    private protected override void OnAccepted(SentryProject candidate) =>
        _planned.Give(candidate.OrganizationSlug, Pipeline.IsPlan ? NewSlug : null);

    private protected override string Effect(string number) => $"changes {number} projects";

    private protected override IAsyncEnumerable<SentryProject> ListAll(
        OrganizationHome organization, CancellationToken cancellationToken) =>
        Api.Projects.ListAsync(organization, [], [], cancellationToken);

    private protected override string? Describe(SentryProject candidate)
    {
        var (settings, refusal) = _read[candidate.Id];
        return settings is null
            ? throw refusal!
            : SlugGuards.Warn(PropertyChange.Describe(_change.Differences(settings)), candidate.Slug, NewSlug);
    }

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryProject candidate,
        CancellationToken cancellationToken
    ) => await Api.ProjectSettings.SetAsync(organization, candidate, _change, cancellationToken);
}
