using System.Runtime.CompilerServices;
using SentryAudit.Api.Alerts;
using SentryAudit.Api.Events;
using SentryAudit.Api.Integrations;
using SentryAudit.Api.Members;
using SentryAudit.Api.Organizations;
using SentryAudit.Api.Projects;
using SentryAudit.Api.Releases;
using SentryAudit.Api.Stats;
using SentryAudit.Api.Teams;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api;

/// <summary>Integrations live on the control silo: a region knows none of them.</summary>
internal sealed partial class SentryClient
{
    /// <summary>What an organization has installed, in every status.</summary>
    public async IAsyncEnumerable<SentryIntegration> ListIntegrationsAsync(
        OrganizationHome organization,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Without includeConfig=0 Sentry asks the other services for their settings, one after another.
        var integrations = ReadPagesAsync(
            $"integrations of {organization}",
            connection.BaseUri,
            IntegrationEndpoints.Integrations,
            IntegrationEndpoints.Integrations.Path(organization.Slug),
            Query.Empty.With("includeConfig", "0"),
            WireJson.Default.WireIntegrationArray,
            integration => integration.Id,
            cancellationToken);
        await foreach (var (integration, readAt) in integrations.ConfigureAwait(false))
        {
            yield return integration.ToModel(organization.Slug, readAt);
        }
    }

    /// <summary>What an organization has made itself, with the number of tokens where the caller may know it.</summary>
    public async IAsyncEnumerable<SentryCustomIntegration> ListCustomIntegrationsAsync(
        OrganizationHome organization,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var apps = ReadPagesAsync(
            $"custom integrations of {organization}",
            connection.BaseUri,
            IntegrationEndpoints.CustomIntegrations,
            IntegrationEndpoints.CustomIntegrations.Path(organization.Slug),
            Query.Empty,
            WireJson.Default.WireCustomIntegrationArray,
            app => app.Uuid,
            cancellationToken);
        await foreach (var group in apps.InGroupsOf(MostIdsInQuery, cancellationToken).ConfigureAwait(false))
        {
            var rows = group.SelectInParallel(
                Parallelism,
                async (row, ct) => (row.Item, row.ReadAt, Tokens: await CountTokensAsync(row.Item, ct).ConfigureAwait(false)),
                cancellationToken);
            await foreach (var (app, readAt, tokens) in rows.ConfigureAwait(false))
            {
                yield return app.ToModel(organization.Slug, tokens, readAt);
            }
        }
    }

    private async Task<int?> CountTokensAsync(WireCustomIntegration app, CancellationToken cancellationToken)
    {
        // Only internal ones have tokens of their own; Sentry refuses to tell of others.
        if (app.Status is not "internal" || app.Slug is null)
        {
            return null;
        }

        try
        {
            var response = await GetAsync(
                    connection.BaseUri,
                    IntegrationEndpoints.CustomIntegrationTokens,
                    IntegrationEndpoints.CustomIntegrationTokens.Path(app.Slug),
                    Query.Empty,
                    WireJson.Default.WireReferenceArray,
                    cancellationToken).ConfigureAwait(false);
            return response.Value.Length;
        }
        catch (SentryApiException fault) when (fault.Status is 401 or 403 or 404)
        {
            // 401: an integration's own token is fine, but good only below its organization's paths.
            return null;
        }
    }
}
