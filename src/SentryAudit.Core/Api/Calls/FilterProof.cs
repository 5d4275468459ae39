using System.Runtime.CompilerServices;
using SentryAudit.Http;
using SentryAudit.Models;

namespace SentryAudit.Api.Calls;

/// <summary>
/// Proves that a server heeds the filters of a listing which can't be applied here, since items do not carry what they ask for: asked for
/// what nothing has, it must give nothing. Some servers drop parameters that they do not know, and give everything.
/// </summary>
/// <param name="api">The connection.</param>
/// <param name="listing">What is listed, with its filters.</param>
/// <param name="organization">Whose list it is.</param>
internal sealed class FilterProof<TWire>(ApiConnection api, Listing<TWire> listing, OrganizationHome organization)
{
    // Nothing is called so.
    private const string Nothing = "0f5c1d7e9b3a4682";

    // Long before there was a Sentry.
    private static readonly KeyValuePair<string, string>[] EmptyWindow =
        [new("start", "1999-01-01T00:00:00"), new("end", "1999-01-02T00:00:00")];

    private readonly List<(string Named, Query Query)> _proofs = [];

    /// <summary>Has a parameter proved.</summary>
    /// <param name="isGiven">Whether the listing has it.</param>
    /// <param name="parameter">Its name in the request.</param>
    /// <param name="named">What the user calls it, for example <c>-Environment</c>.</param>
    public FilterProof<TWire> Of(bool isGiven, string parameter, string named)
    {
        if (isGiven)
        {
            _proofs.Add((named, listing.Query.Replace(parameter, Nothing)));
        }

        return this;
    }

    /// <summary>Has the window of time proved, where there is one.</summary>
    public FilterProof<TWire> OfWindow(bool isGiven)
    {
        if (isGiven)
        {
            var query = EmptyWindow.Aggregate(listing.Query, static (query, bound) => query.Replace(bound.Key, bound.Value));
            _proofs.Add(("the window of time", query));
        }

        return this;
    }

    /// <summary>What was listed, once it is proved that the filters were heeded. Where nothing came, nothing was widened.</summary>
    /// <exception cref="SentryException">The server ignores a filter.</exception>
    public async IAsyncEnumerable<T> RequireAsync<T>(
        IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var (named, query) in _proofs)
            {
                await RequireAsync(named, query, cancellationToken).ConfigureAwait(false);
            }

            _proofs.Clear();
            yield return item;
        }
    }

    private async Task RequireAsync(string named, Query query, CancellationToken cancellationToken)
    {
        try
        {
            var one = query.With(listing.PageSizeName, "1");
            var answer = await api.GetAsync(listing.In(organization), one, listing.Type, cancellationToken).ConfigureAwait(false);
            if (answer.Value is [])
            {
                return;
            }
        }
        catch (SentryApiException refusal) when (refusal.Status is 400 or 404)
        {
            // It looked at the value.
            return;
        }

        throw new SentryException(
            "SentryFilterIgnored",
            SentryErrorCategory.NotImplemented,
            $"This Sentry ignores {named} for {listing.Describe(organization)}: what it gives is not what was asked for.",
            $"Leave out {named}, and filter the objects by what they carry.");
    }
}
