using SentryAudit.Api.Calls;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api.Suggestions;

/// <summary>One of Sentry's lists as a source of proposals, whatever it holds.</summary>
internal interface ISuggestion
{
    /// <summary>A page of proposals.</summary>
    /// <param name="api">Where.</param>
    /// <param name="organization">Whose.</param>
    /// <param name="typed">What to search for; null for everything.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<IReadOnlyList<CompletionItem>> ReadAsync(
        ApiConnection api, OrganizationHome organization, string? typed, CancellationToken cancellationToken);
}
