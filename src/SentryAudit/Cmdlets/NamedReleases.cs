using SentryAudit.Sources;

namespace SentryAudit.Cmdlets;

/// <summary>The releases that a <c>-Release</c> parameter limits a listing to.</summary>
internal sealed class NamedReleases() : NamedObjects<ReleaseReference, SentryRelease>(static (key, release) => key.Matches(release))
{
    // Releases that were given as objects need no lookup, and there may be very many.
    private readonly List<ReleaseReference> _objects = [];

    public IEnumerable<EntityReference> AddVersions(IReadOnlyList<ReleaseReference>? keys)
    {
        ReleaseReference[] objects = [.. (keys ?? []).Where(key => key.Organization is not null)];
        _objects.AddRange(objects.Except(_objects));
        return [.. objects, .. Add(keys?.Except(objects).ToArray())];
    }

    /// <summary>The versions of the named releases of an organization; null when none was named, which means all.</summary>
    public async Task<IReadOnlyList<string>?> ResolveVersionsAsync(KeyScope scope, CancellationToken cancellationToken)
    {
        var named = await ResolveAsync(scope, cancellationToken);
        return named is null && _objects is []
            ? null
            :
            [
                .. _objects.Where(key => scope.Applies(key)).Select(key => key.Value)
                    .Concat((named ?? []).Select(release => release.Version))
                    .Distinct(StringComparer.Ordinal),
            ];
    }

    private protected override IAsyncEnumerable<SentryRelease> List(
        KeyScope scope, IReadOnlyList<ReleaseReference> keys, CancellationToken cancellationToken) =>
        scope.Source.ListReleasesAsync(scope.Organization, new ReleaseFilter { Keys = keys }, cancellationToken);
}
