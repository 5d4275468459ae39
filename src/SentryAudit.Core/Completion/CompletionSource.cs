using SentryAudit.Api;
using SentryAudit.Http;
using SentryAudit.Inventory;
using SentryAudit.Requests;

namespace SentryAudit.Completion;

/// <summary>
/// Finds proposals for a key with one short request, and keeps them for a while. A press of the Tab key must not wait long nor show an
/// error, so after a failure there are just no proposals.
/// </summary>
internal static class CompletionSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static IReadOnlyList<CompletionItem> Find(SentryConnection? connection, CompletionKind kind, string? organization, string typed)
    {
        if (connection is null)
        {
            return [];
        }

        using var patience = new CancellationTokenSource(Patience, connection.Clock);
        try
        {
            // Not on the pipeline thread, which may have a synchronization context that this wait would block.
            return Task.Run(
                    () => FindAsync(connection, kind, organization ?? connection.Organization, typed, patience.Token),
                    patience.Token)
                .WaitAsync(Patience, connection.Clock)
                .Result;
        }
        catch (AggregateException)
        {
            return [];
        }
    }

    internal static async Task<IReadOnlyList<CompletionItem>> FindAsync(
        SentryConnection connection, CompletionKind kind, string? organization, string typed, CancellationToken cancellationToken)
    {
        var key = $"{kind}|{organization}|{typed}";
        var now = connection.Clock.GetUtcNow();
        if (connection.Completions.Find(key, now) is { } kept)
        {
            return kept;
        }

        var items = kind is CompletionKind.Organization
            ? [.. (connection.Organizations ?? StringList.Empty).Select(slug => new CompletionItem(slug, $"Organization {slug}"))]
            : await ListAsync(connection, kind, organization, typed, cancellationToken).ConfigureAwait(false);
        CompletionItem[] matches = [.. CompletionText.Match(items, typed).DistinctBy(item => item.Value, StringComparer.OrdinalIgnoreCase)];
        connection.Completions.Keep(key, matches, now);
        return matches;
    }

    private static async Task<List<CompletionItem>> ListAsync(
        SentryConnection connection, CompletionKind kind, string? organization, string typed, CancellationToken cancellationToken)
    {
        var items = new List<CompletionItem>();
        var reference = organization is null ? null : new OrganizationReference(organization);
        if (connection.Stored is { } stored)
        {
            var inventory = new InventorySource(stored, connection.Organization, SilentObserver.Instance);
            var suggestions = new StoredSuggestions(stored);
            await foreach (var home in inventory.ResolveOrganizationsAsync(reference, cancellationToken).ConfigureAwait(false))
            {
                items.AddRange(suggestions.Suggest(home, kind, typed, cancellationToken));
            }

            return items;
        }

        var api = new SentryApi(connection.Site, SilentObserver.Instance);
        var live = new LiveSource(api);
        await foreach (var home in live.ResolveOrganizationsAsync(reference, cancellationToken).ConfigureAwait(false))
        {
            items.AddRange(await api.Suggestions.SuggestAsync(home, kind, typed, cancellationToken).ConfigureAwait(false));
        }

        return items;
    }
}
