using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Project;

/// <summary>Makes projects for a team.</summary>
[Cmdlet(VerbsCommon.New, "SentryProject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryProject))]
[RequiresScope("org:read")]
[RequiresScope("project:write")]
public sealed class NewSentryProjectCommand : SentryNewCmdlet
{
    /// <summary>Display names.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [TextOnly]
    [ValidateLength(1, 50)]
    public string[] Name { get; set; } = [];

    /// <summary>The team it is for, by slug, id or object. More can be added later.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamSlug")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    [ValidateNotNullOrEmpty]
    public TeamReference Team { get; set; } = null!;

    // The lengths of these are Sentry's to judge: a validated one could not be absent, as it is from a row that is too short.
    /// <summary>Slug; without it Sentry makes one of the name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Slug { get; set; }

    /// <summary>Platform, as <c>javascript-react</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Platform { get; set; }

    /// <summary>Leaves out the alert that Sentry adds by default.</summary>
    [Parameter]
    public SwitchParameter NoDefaultRules { get; set; }

    private protected override IEnumerable<PlannedCreation> Plan() =>
        from name in Name
        let project = new PlannedProject(name.Trim(), Team.Value, Given(Slug), Given(Platform), !IsOn(NoDefaultRules))
        select new PlannedCreation(
            name,
            $"Make the project{(project.Slug is null ? "" : $" {project.Slug}")} for team {Team.Value}",
            async (organization, cancellationToken) => await Api.ProjectChanges.AddAsync(organization, project, cancellationToken))
        {
            Owners = [Team],
        };

    // A list with a column for slugs may leave one empty.
    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
