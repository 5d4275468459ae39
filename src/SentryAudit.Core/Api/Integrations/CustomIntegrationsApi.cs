using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api.Integrations;

/// <summary>The integrations that an organization has made itself. They live in the control silo, too.</summary>
internal sealed class CustomIntegrationsApi(ApiConnection api)
{
    private const int GroupSize = 100;

    private static readonly Listing<WireCustomIntegration> Apps = new(
        "custom integrations",
        IntegrationEndpoints.CustomIntegrations,
        WireJson.Default.WireCustomIntegrationArray,
        ListOrder.Holds,
        static app => app.Uuid);

    /// <summary>The custom integrations of an organization, with the number of tokens where the caller may know it.</summary>
    public async IAsyncEnumerable<SentryCustomIntegration> ListAsync(
        OrganizationHome organization, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var groups = api.ReadAsync(Apps, organization, cancellationToken).InGroupsOf(GroupSize, cancellationToken);
        await foreach (var group in groups.ConfigureAwait(false))
        {
            var rows = group.SelectInParallel(
                ApiConnection.Parallelism,
                async (row, ct) => (Row: row, Tokens: await CountTokensAsync(row.Item, ct).ConfigureAwait(false)),
                cancellationToken);
            await foreach (var (app, tokens) in rows.ConfigureAwait(false))
            {
                yield return app.Map((wire, readAt) => wire.ToModel(organization.Slug, tokens, readAt));
            }
        }
    }

    private async Task<int?> CountTokensAsync(WireCustomIntegration app, CancellationToken cancellationToken)
    {
        // Only internal ones have tokens of their own; Sentry refuses the question for others.
        if (app.Status is not "internal" || app.Slug is null)
        {
            return null;
        }

        try
        {
            var answer = await api.GetAsync(
                IntegrationEndpoints.CustomIntegrationTokens.OfNone(app.Slug),
                WireJson.Default.WireReferenceArray,
                cancellationToken).ConfigureAwait(false);
            return Array.Exists(answer.Value, token => token is null) ? null : answer.Value.Length;
        }
        catch (SentryApiException fault) when (fault.Status is 401 or 403 or 404)
        {
            // 401: an integration's own token is fine, but good only below its organization's paths.
            return null;
        }
    }
}
