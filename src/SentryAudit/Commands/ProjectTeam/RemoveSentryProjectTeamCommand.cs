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

    // Several teams of one project: the last of them leaves it without any.
    private protected override string? Describe(Pair candidate)
    {
        var (project, team) = candidate;
        if (!project.TeamSlugs.Contains(team.Slug))
        {
            return null;
        }

        var planned = _planned[project.Id] = _planned.GetValueOrDefault(project.Id) + 1;
        return $"Take the project from the team{(planned < project.TeamSlugs.Count ? "" : "; no team has it then, so nobody is notified of its issues")}";
    }

    private protected override async Task<object?> ChangeAsync(OrganizationHome organization, Pair candidate, CancellationToken cancellationToken)
    {
        await Client.RemoveProjectTeamAsync(organization, candidate.Project, candidate.Team.Slug, cancellationToken);
        return null;
    }
}
