using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Team;

/// <summary>Makes teams.</summary>
[Cmdlet(VerbsCommon.New, "SentryTeam", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryTeam))]
[RequiresScope("team:write", "org:write")]
public sealed class NewSentryTeamCommand : SentryNewCmdlet
{
    /// <summary>Slug: small letters, digits, hyphens and underscores.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamSlug")]
    [TextOnly]
    [ValidateLength(1, 50)]
    public string[] Slug { get; set; } = [];

    // Its length is Sentry's to judge: a validated one could not be absent, as it is from a row that is too short.
    /// <summary>Display name; without it the slug.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Name { get; set; }

    // A list with a column for names may leave one empty.
    private protected override IEnumerable<PlannedCreation> Plan() =>
        from slug in Slug
        let name = string.IsNullOrWhiteSpace(Name) ? null : Name.Trim()
        select new PlannedCreation(slug, "Make the team; who makes it joins it", async (organization, cancellationToken) =>
            await Api.Teams.AddAsync(organization, slug, name, cancellationToken));
}
