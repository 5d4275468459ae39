using System.Text.Json.Nodes;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api.Alerts;

/// <summary>Changes of the alert rules of a self-hosted Sentry before 26.7. These can't be disabled, only muted for everybody.</summary>
internal sealed class LegacyRuleWriter(ApiConnection api)
{
    /// <summary>Mutes a rule, or ends that.</summary>
    /// <param name="endpoint">Where rules of its kind are muted.</param>
    public async Task SwitchAsync(
        SentryEndpoint endpoint, OrganizationHome organization, SentryAlertRule rule, bool isEnabled, CancellationToken cancellationToken)
    {
        var address = endpoint.Of(organization, ProjectOf(rule), rule.Id);
        try
        {
            await api.SendAsync(
                isEnabled ? Write.Delete(address) : Write.Post(address, new JsonObject { ["target"] = "everyone" }),
                cancellationToken).ConfigureAwait(false);
        }
        catch (SentryApiException refusal) when (IsSwitchedAlready(refusal, isEnabled))
        {
            // Somebody was faster; reading it back shows that.
        }
    }

    /// <summary>
    /// Sends a whole rule with what is to become of it: Sentry takes what is not sent as removed, or refuses to do without it, so all that
    /// the rule has is sent back.
    /// </summary>
    /// <param name="from">Where it is read.</param>
    /// <param name="to">Where it is changed.</param>
    /// <param name="keys">What Sentry takes of it.</param>
    public async Task SendWholeAsync(
        EndpointAddress from, EndpointAddress to, string[] keys, AlertRuleChange change, CancellationToken cancellationToken)
    {
        var (now, _, _) = await api.GetAsync(from, WireJson.Default.JsonElement, cancellationToken).ConfigureAwait(false);
        var read = JsonObject.Create(now)!;
        var body = new JsonObject(keys.Where(read.ContainsKey).Select(key => KeyValuePair.Create(key, read[key]?.DeepClone())));
        Apply(change, body);
        await api.SendAsync(Write.Put(to, body), cancellationToken).ConfigureAwait(false);
    }

    private static string ProjectOf(SentryAlertRule rule) =>
        rule.ProjectSlug
        ?? rule.ProjectSlugs?.FirstOrDefault()
        ?? throw new SentryException(
            "SentryProjectUnknown",
            SentryErrorCategory.ObjectNotFound,
            $"The project of {rule} is not known, and it is muted there.",
            "Mute it in Sentry's web interface.");

    // Not a brown-out, nor a rule that is gone: Sentry says so of the muting itself.
    private static bool IsSwitchedAlready(SentryApiException refusal, bool isEnabled) =>
        refusal.Status == (isEnabled ? 404 : 410) && refusal.Detail?.Contains("rulesnooze", StringComparison.OrdinalIgnoreCase) is true;

    private static void Apply(AlertRuleChange change, JsonObject body)
    {
        if (change.Name is not null)
        {
            body["name"] = change.Name;
        }

        if (change.Frequency is { } frequency)
        {
            body["frequency"] = (int)frequency.TotalMinutes;
        }

        if (change.Environment is not null)
        {
            body["environment"] = change.EnvironmentAfter(now: null);
        }

        if (change.Owner is not null)
        {
            body["owner"] = change.OwnerAfter(now: null);
        }
    }
}
