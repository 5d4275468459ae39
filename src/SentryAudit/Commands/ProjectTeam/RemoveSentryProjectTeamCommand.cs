using System.Management.Automation;
using SentryAudit.Connections;
using Pair = (SentryAudit.SentryProject Project, SentryAudit.SentryTeam Team);

namespace SentryAudit.Commands.ProjectTeam;

/// <summary>Takes projects away from teams.</summary>
[Cmdlet(VerbsCommon.Remove, "SentryProjectTeam", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
[RequiresScope("org:read")]
[RequiresScope("project:write")]
public sealed class RemoveSentryProjectTeamCommand : SentryProjectTeamCmdlet
{
    private readonly Dictionary<string, int> _planned = new(StringComparer.Ordinal);

    /// <summary>Asks no second question when a project is left without a team.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsForced => IsOn(Force);

    // Several teams of one project: the last of them leaves it without any.
    private protected override string? Describe(Pair candidate)
    {
        var (project, team) = candidate;
        if (!project.TeamSlugs.Contains(team.Slug))
        {
            return null;
        }

        _planned[project.Id] = _planned.GetValueOrDefault(project.Id) + 1;
        return $"Take the project from the team{(IsLast(project) ? "; no team has it then, so nobody is notified of its issues" : "")}";
    }

    private protected override string? SecondThought(Pair candidate) =>
        IsLast(candidate.Project) ? $"No team has {candidate.Project} then, so nobody is notified of its issues. Go on?" : null;

    private protected override async Task<object?> ChangeAsync(OrganizationHome organization, Pair candidate, CancellationToken cancellationToken)
    {
        await Client.RemoveProjectTeamAsync(organization, candidate.Project, candidate.Team.Slug, cancellationToken);
        return null;
    }

    private bool IsLast(SentryProject project) => _planned[project.Id] >= project.TeamSlugs.Count;
}
