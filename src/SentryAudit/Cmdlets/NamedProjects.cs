using System.Runtime.CompilerServices;
using SentryAudit.Requests;
using SentryAudit.Common.Streams;
using SentryAudit.Sources;

namespace SentryAudit.Cmdlets;

/// <summary>The projects that a <c>-Project</c> parameter limits a listing to.</summary>
internal sealed class NamedProjects() : NamedObjects<ProjectReference, SentryProject>(static (key, project) => key.Matches(project))
{
    /// <summary>
    /// Lists what belongs to the named projects. Where the names match no project of the organization, nothing is
    /// listed.
    /// </summary>
    /// <param name="list">Lists the objects of some projects; of all when it gets null.</param>
    public async IAsyncEnumerable<T> ListWithinAsync<T>(
        KeyScope scope,
        Func<ProjectSelection?, IAsyncEnumerable<T>> list,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var projects = await ResolveAsync(scope, cancellationToken);
        if (projects is [])
        {
            yield break;
        }

        await foreach (var item in list(projects is null ? null : new ProjectSelection(projects)).WithCancellation(cancellationToken))
        {
            yield return item;
        }
    }

    /// <summary>The slugs of the teams that the named projects belong to; null when no project was named.</summary>
    public async Task<HashSet<string>?> ResolveTeamsAsync(KeyScope scope, CancellationToken cancellationToken) =>
        (await ResolveAsync(scope, cancellationToken))
            ?.SelectMany(project => project.KnownTeams())
            .ToHashSet(StringComparer.Ordinal);

    private protected override IAsyncEnumerable<SentryProject> List(
        KeyScope scope, IReadOnlyList<ProjectReference> keys, CancellationToken cancellationToken) =>
        scope.Source.ListProjectsAsync(scope.Organization, keys, [], cancellationToken);
}
