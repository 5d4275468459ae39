using System.Text.Json.Serialization.Metadata;
using SentryAudit.Api.Calls;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api.Suggestions;

/// <summary>One of Sentry's lists as a source of proposals.</summary>
/// <param name="Endpoint">Where the list is.</param>
/// <param name="Type">The shape of a page.</param>
/// <param name="Map">What an item is named by, and how it is described.</param>
internal sealed record Suggestion<T>(SentryEndpoint Endpoint, JsonTypeInfo<T[]> Type, Func<T, (string? Key, string Description)> Map)
    : ISuggestion
{
    /// <summary>What is always asked for.</summary>
    public Query Query { get; init; } = Query.Empty.With("per_page", ApiConnection.PageSize);

    /// <summary>Whether Sentry searches this list for what was typed.</summary>
    public bool IsSearched { get; init; } = true;

    public async Task<IReadOnlyList<CompletionItem>> ReadAsync(
        ApiConnection api, OrganizationHome organization, string? typed, CancellationToken cancellationToken)
    {
        var query = IsSearched ? Query.WithOptional("query", typed) : Query;
        var page = await api.GetAsync(Endpoint.Of(organization), query, Type, cancellationToken).ConfigureAwait(false);
        return
        [
            .. from item in page.Value.Where(item => item is not null).Select(Map)
               where !string.IsNullOrEmpty(item.Key)
               select new CompletionItem(item.Key!, item.Description),
        ];
    }
}
