using SentryAudit.Models;
using SentryAudit.References;
using SentryAudit.Sources;

namespace SentryAudit.Cmdlets;

/// <summary>The teams that a <c>-Team</c> parameter limits a listing to, collected over all input.</summary>
internal sealed class NamedTeams
{
    private readonly KeySelection<TeamReference, SentryTeam> _keys = new(static (key, team) => key.Matches(team));

    /// <summary>Names that no organization had.</summary>
    public IEnumerable<EntityReference> Unmatched => _keys.Unmatched;

    public IEnumerable<EntityReference> Add(IReadOnlyList<TeamReference>? keys) => _keys.Add(keys);

    /// <summary>The teams of an organization that are named; null when none was named, which means all.</summary>
    public Task<IReadOnlyList<SentryTeam>?> ResolveAsync(
        ISentrySource source,
        OrganizationHome organization,
        CancellationToken cancellationToken
    ) => _keys.ResolveAsync(wanted => source.ListTeamsAsync(organization, wanted, cancellationToken));
}
