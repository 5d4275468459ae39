using SentryAudit.Api;
using SentryAudit.Http;
using SentryAudit.Inventory;
using SentryAudit.Requests;
using SentryAudit.Sources;

namespace SentryAudit.Completion;

/// <summary>
/// Finds proposals for a key: one short request, remembered for a while. Tab must never wait long nor complain, so
/// every failure is simply no proposal.
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
            // Off the pipeline thread: it may hold a synchronization context that this wait would block.
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
        if (connection.Completions.Find(key, now) is { } known)
        {
            return known;
        }

        var api = new SentryApi(connection.Site, SilentObserver.Instance);
        var inventory = connection.Stored is { } stored
            ? new InventorySource(stored, connection.Organization, SilentObserver.Instance)
            : null;
        var items = new List<CompletionItem>();
        if (kind is CompletionKind.Organization)
        {
            items.AddRange((connection.Organizations ?? StringList.Empty).Select(slug => new CompletionItem(slug, $"Organization {slug}")));
        }
        else
        {
            var reference = organization is null ? null : new OrganizationReference(organization);
            ISentrySource source = inventory ?? (ISentrySource)new LiveSource(api);
            await foreach (var home in source.ResolveOrganizationsAsync(reference, cancellationToken).ConfigureAwait(false))
            {
                items.AddRange(
                    inventory?.Suggest(home, kind, typed, cancellationToken)
                        ?? await api.Suggestions.SuggestAsync(home, kind, typed, cancellationToken).ConfigureAwait(false));
            }
        }

        CompletionItem[] matches = [.. CompletionText.Match(items, typed).DistinctBy(item => item.Value, StringComparer.OrdinalIgnoreCase)];
        connection.Completions.Keep(key, matches, now);
        return matches;
    }
}
