using System.Globalization;
using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.ProjectTeam;

/// <summary>Gives projects to teams.</summary>
[Cmdlet(
    VerbsCommon.Add,
    "SentryProjectTeam",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryProject))]
[RequiresScope("org:read")]
[RequiresScope("project:write")]
public sealed class AddSentryProjectTeamCommand : SentryProjectTeamCmdlet
{
    /// <summary>Returns the changed projects.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsPassedThru => PassThru.IsPresent;

    private protected override string Effect(string number) => $"makes {number} assignments of projects to teams";

    private protected override string? Describe(ProjectAndTeam candidate)
    {
        var members = candidate.Team.MemberCount?.ToString(CultureInfo.InvariantCulture) ?? "unknown number of";
        return candidate.Project.TeamSlugs?.Contains(candidate.Team.Slug) is true
            ? null
            : $"Give the project to the team and its {members} members";
    }

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        ProjectAndTeam candidate,
        CancellationToken cancellationToken
    ) => await Api.ProjectChanges.AddTeamAsync(organization, candidate.Project, candidate.Team.Slug, cancellationToken);
}
