using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Models;
using SentryAudit.Permissions;
using Pair = (SentryAudit.SentryProject Project, SentryAudit.SentryTeam Team);

namespace SentryAudit.Commands.ProjectTeam;

/// <summary>Takes projects away from teams.</summary>
[Cmdlet(VerbsCommon.Remove, "SentryProjectTeam", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
[RequiresScope("org:read")]
[RequiresScope("project:write")]
public sealed class RemoveSentryProjectTeamCommand : SentryProjectTeamCmdlet
{
    private readonly HashSet<(string Project, string Team)> _taken = [];

    /// <summary>Asks no second question when a project is left without a team.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool IsForced => IsOn(Force);

    private protected override string? Describe(Pair candidate)
    {
        if (!candidate.Project.TeamSlugs.Contains(candidate.Team.Slug))
        {
            return null;
        }

        var action =
            $"Take the project from the team{(IsLast(candidate) ? "; no team has it then, so nobody is notified of its issues" : "")}";

        // A plan takes nothing, but its next line has to be as if it had.
        if (Pipeline.IsPlan)
        {
            Take(candidate);
        }

        return action;
    }

    private protected override string? SecondThought(Pair candidate) =>
        IsLast(candidate) ? $"No team has {candidate.Project} then, so nobody is notified of its issues. Go on?" : null;

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        Pair candidate,
        CancellationToken cancellationToken)
    {
        await Api.ProjectChanges.RemoveTeamAsync(organization, candidate.Project, candidate.Team.Slug, cancellationToken);
        Take(candidate);
        return null;
    }

    private void Take(Pair candidate) => _taken.Add((candidate.Project.Id, candidate.Team.Slug));

    // Several teams of one project: the last of them leaves it without any.
    private bool IsLast(Pair candidate) =>
        candidate.Project.TeamSlugs.All(team => team == candidate.Team.Slug || _taken.Contains((candidate.Project.Id, team)));
}
