using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Deploy;

/// <summary>Reports to Sentry that a release was deployed.</summary>
[Cmdlet(
    VerbsCommon.New,
    "SentryDeploy",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryDeploy))]
[RequiresScope("project:releases", "project:write", "org:ci")]
public sealed class NewSentryDeployCommand : SentryNewCmdlet
{
    private const int LongestEnvironment = 64;

    /// <summary>Releases by version or object.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("Version", "ReleaseVersion")]
    [ArgumentCompleter(typeof(ReleaseCompleter))]
    public ReleaseReference[] Release { get; set; } = [];

    // Objects of the pipeline may have an environment or none; [ValidateLength] would refuse these before the cmdlet can.
    /// <summary>Environment that it was deployed to, for example <c>production</c>; at most 64 characters.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 1)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(EnvironmentCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? Environment { get; set; } = "";

    // Sentry checks the length. [ValidateLength] would refuse an empty name, and many deploys from the pipeline have none.
    /// <summary>A name for the deploy, at most 64 characters; empty for none.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>Address that Sentry shows with it.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Url { get; set; }

    /// <summary>When it began. A time without an offset is local.</summary>
    [Parameter]
    public DateTimeOffset? DateStarted { get; set; }

    /// <summary>When it was finished; without it, now. A time without an offset is local.</summary>
    [Parameter]
    public DateTimeOffset? DateFinished { get; set; }

    /// <summary>The projects that were deployed, by slug; without it, all projects of the release.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectSlug")]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    private protected override string PluralNoun => "deploys";

    private protected override IEnumerable<PlannedCreation> Plan() =>
        from release in Release
        let name = Name?.Trim()
        let environment = Environment?.Trim() ?? ""
        let deploy = new PlannedDeploy(release.Value, environment, DateFinished ?? CurrentConnection.Clock.GetUtcNow())
        {
            Name = name is "" ? null : name,
            Url = Url?.OriginalString,
            Started = DateStarted,
            Projects = [.. (Project ?? []).Select(project => project.Value)],
        }
        select new PlannedCreation(release.Value, $"Report a deploy to {environment}", async (organization, cancellationToken) =>
            await Api.Deploys.AddAsync(organization, deploy, cancellationToken))
        {
            Owners = [release, .. Project ?? []],
            Refusal = environment.Length is > 0 and <= LongestEnvironment ? null : InvalidEnvironment(release, environment),
        };

    private static SentryException InvalidEnvironment(ReleaseReference release, string environment) => new(
        "InvalidEnvironment",
        SentryErrorCategory.InvalidArgument,
        $"A deploy of {release} to '{environment}' can't be reported: the name of an environment has 1 to {LongestEnvironment} characters.",
        "Name the environment with -Environment.");
}
