using System.Globalization;
using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Team;

/// <summary>Removes teams. Their members and projects stay in the organization.</summary>
[Cmdlet(
    VerbsCommon.Remove,
    "SentryTeam",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
[RequiresScope("org:read")]
[RequiresScope("team:admin")]
public sealed class RemoveSentryTeamCommand() : SentryChangeCmdlet<TeamReference, SentryTeam>(static (key, team) => key.Matches(team))
{
    /// <summary>Teams by slug, id, wildcard or object.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("TeamSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamReference[]? Team { get; set; }

    private protected override IReadOnlyList<TeamReference>? Keys => Team;

    private protected override string PluralNoun => "teams";

    private protected override IAsyncEnumerable<SentryTeam> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<TeamReference> keys,
        CancellationToken cancellationToken
    ) => Api.Teams.ListAsync(organization, keys, cancellationToken);

    private protected override SentryException? Refuse(SentryTeam candidate) => TeamGuards.AgainstProvider(candidate);

    private protected override string Effect(string number) => $"removes {number} teams";

    private protected override IAsyncEnumerable<SentryTeam> ListAll(OrganizationHome organization, CancellationToken cancellationToken) =>
        Api.Teams.ListAsync(organization, [], cancellationToken);

    private protected override string Describe(SentryTeam candidate)
    {
        var members = candidate.MemberCount?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number of";
        var projects = candidate.ProjectSlugs switch
        {
            null => "unknown",
            { Count: 0 } => "none",
            var slugs => string.Join(", ", slugs),
        };
        return $"Remove the team with {members} members; its projects will lose it: {projects}; Sentry will delete it later";
    }

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryTeam candidate,
        CancellationToken cancellationToken)
    {
        await Api.Teams.RemoveAsync(organization, candidate, cancellationToken);
        return null;
    }
}
