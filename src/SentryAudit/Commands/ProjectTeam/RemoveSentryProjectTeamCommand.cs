using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.ProjectTeam;

/// <summary>Takes projects away from teams.</summary>
[Cmdlet(
    VerbsCommon.Remove,
    "SentryProjectTeam",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
[RequiresScope("org:read")]
[RequiresScope("project:write")]
public sealed class RemoveSentryProjectTeamCommand : SentryProjectTeamCmdlet
{
    private readonly HashSet<(string Project, string Team)> _taken = [];

    private protected override string Effect(string number) => $"ends {number} assignments of projects to teams";

    private protected override string? Describe(ProjectAndTeam candidate)
    {
        if (candidate.Project.TeamSlugs?.Contains(candidate.Team.Slug) is false)
        {
            return null;
        }

        var loss = IsLastTeam(candidate) ? "; no team will have it, so nobody will be notified of its issues" : "";
        return $"Take the project from the team{loss}";
    }

    // A plan changes nothing, but its next line must know what this one would have changed.
    private protected override void OnAccepted(ProjectAndTeam candidate)
    {
        if (Pipeline.IsPlan)
        {
            Take(candidate);
        }
    }

    private protected override string? SecondQuestion(ProjectAndTeam candidate) =>
        IsLastTeam(candidate)
            ? $"After this no team will have the project {candidate.Project}, so nobody will be notified of its issues. Go on?"
            : null;

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        ProjectAndTeam candidate,
        CancellationToken cancellationToken)
    {
        await Api.ProjectChanges.RemoveTeamAsync(organization, candidate.Project, candidate.Team.Slug, cancellationToken);
        Take(candidate);
        return null;
    }

    private void Take(ProjectAndTeam candidate) => _taken.Add((candidate.Project.Id, candidate.Team.Slug));

    // When several teams of a project are removed, the last of them leaves it without a team.
    private bool IsLastTeam(ProjectAndTeam candidate) =>
        candidate.Project.TeamSlugs?.All(team => team == candidate.Team.Slug || _taken.Contains((candidate.Project.Id, team))) is true;
}
