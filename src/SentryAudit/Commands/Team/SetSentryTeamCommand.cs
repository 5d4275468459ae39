using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Team;

/// <summary>Renames teams.</summary>
[Cmdlet(
    VerbsCommon.Set,
    "SentryTeam",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryTeam))]
[RequiresScope("org:read")]
[RequiresScope("team:write")]
public sealed class SetSentryTeamCommand() : SentryChangeCmdlet<TeamReference, SentryTeam>(static (key, team) => key.Matches(team))
{
    private readonly PlannedSlugs _planned = new();

    /// <summary>Teams by slug, id, wildcard or object.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("TeamSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamReference[]? Team { get; set; }

    /// <summary>New slug. Addresses, ownership rules and scripts that use the old slug stop working.</summary>
    [Parameter]
    [ValidateLength(1, 50)]
    public string? NewSlug { get; set; }

    /// <summary>New display name.</summary>
    [Parameter]
    [ValidateLength(1, 64)]
    public string? Name { get; set => field = value?.Trim(); }

    /// <summary>Returns the changed teams.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IReadOnlyList<TeamReference>? Keys => Team;

    private protected override string PluralNoun => "teams";

    private protected override bool IsPassedThru => PassThru.IsPresent;

    private protected override IEnumerable<EntityReference> CollectKeys()
    {
        RequireChange(NewSlug is not null || Name is not null, "-NewSlug or -Name");
        return base.CollectKeys();
    }

    private protected override IAsyncEnumerable<SentryTeam> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<TeamReference> keys,
        CancellationToken cancellationToken
    ) => Api.Teams.ListAsync(organization, keys, cancellationToken);

    private protected override SentryException? Refuse(SentryTeam candidate) =>
        TeamGuards.AgainstProvider(candidate)
        ?? _planned.AgainstSecond(candidate, candidate.OrganizationSlug, NewSlug);

    private protected override void OnAccepted(SentryTeam candidate) =>
        _planned.Give(candidate.OrganizationSlug, Pipeline.IsPlan ? NewSlug : null);

    private protected override string Effect(string number) => $"changes {number} teams";

    private protected override IAsyncEnumerable<SentryTeam> ListAll(OrganizationHome organization, CancellationToken cancellationToken) =>
        Api.Teams.ListAsync(organization, [], cancellationToken);

    private protected override string? Describe(SentryTeam candidate) =>
        SlugGuards.Warn(
            PropertyChange.Describe([
                new("slug", candidate.Slug, NewSlug ?? candidate.Slug),
                new("name", candidate.Name, Name ?? candidate.Name),
            ]),
            candidate.Slug,
            NewSlug);

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryTeam candidate,
        CancellationToken cancellationToken
    ) => await Api.Teams.SetAsync(organization, candidate, NewSlug, Name, cancellationToken);
}
