using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Project;

/// <summary>Creates projects for a team.</summary>
[Cmdlet(
    VerbsCommon.New,
    "SentryProject",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryProject))]
[RequiresScope("org:read")]
[RequiresScope("project:write")]
public sealed class NewSentryProjectCommand : SentryNewCmdlet
{
    /// <summary>Display names.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [TextOnly]
    [TextLength(1, 50)]
    public string[] Name { get; set; } = [];

    /// <summary>The team that gets the project, by slug, id or object. More teams can be added later.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 1)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [Alias("TeamSlug")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamReference Team { get; set; } = null!;

    // Sentry checks the length. [ValidateLength] would refuse an empty value, which a row of a list may have.
    /// <summary>Slug; without it, Sentry makes one from the name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Slug { get; set; }

    /// <summary>Platform, for example <c>javascript-react</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Platform { get; set; }

    /// <summary>Leaves out the alert rule that Sentry adds by default.</summary>
    [Parameter]
    public SwitchParameter NoDefaultRules { get; set; }

    private protected override string PluralNoun => "projects";

    private protected override IEnumerable<PlannedCreation> Plan() =>
        from name in Name
        let project = new PlannedProject(name.Trim(), Team.Value, NullIfEmpty(Slug), NullIfEmpty(Platform), !NoDefaultRules.IsPresent)
        select new PlannedCreation(
            name,
            project.Slug is null ? $"Create the project for team {Team.Value}" : $"Create the project {project.Slug} for team {Team.Value}",
            async (organization, cancellationToken) => await Api.ProjectChanges.AddAsync(organization, project, cancellationToken))
        {
            Owners = [Team],
        };

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
