using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Team;

/// <summary>Creates teams.</summary>
[Cmdlet(
    VerbsCommon.New,
    "SentryTeam",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryTeam))]
[RequiresScope("team:write", "org:write")]
public sealed class NewSentryTeamCommand : SentryNewCmdlet
{
    /// <summary>Slugs: lower-case letters, digits, hyphens and underscores.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamSlug")]
    [AllowNull]
    [AllowEmptyCollection]
    [TextOnly]
    [TextLength(1, 50)]
    public string[] Slug { get; set; } = [];

    // Sentry checks the length. [ValidateLength] would refuse an empty name, which a row of a list may have.
    /// <summary>Display name; without it, the slug.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Name { get; set; }

    private protected override string PluralNoun => "teams";

    private protected override IEnumerable<PlannedCreation> Plan() =>
        from slug in Slug
        let name = string.IsNullOrWhiteSpace(Name) ? null : Name.Trim()
        select new PlannedCreation(slug, "Create the team; its creator will join it", async (organization, cancellationToken) =>
            await Api.Teams.AddAsync(organization, slug, name, cancellationToken));
}
