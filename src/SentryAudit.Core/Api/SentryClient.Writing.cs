using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Text;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api;

/// <summary>
/// What every change has in common. A POST is never sent twice; when the answer to a change got lost, Sentry is asked
/// whether it happened, since "failed" would be as wrong as "done".
/// </summary>
internal sealed partial class SentryClient
{
    /// <summary>A change whose answer tells what is there now. Where it tells nothing, its answer got lost.</summary>
    private async Task<(T Value, DateTimeOffset ReceivedAt)> SendAsync<T>(
        HttpMethod method,
        OrganizationHome organization,
        SentryEndpoint endpoint,
        string path,
        JsonObject? body,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken)
    {
        var request = Write(method, organization, endpoint, path, body);
        var answer = await connection.Transport.SendAsync(request, type, cancellationToken).ConfigureAwait(false);
        return answer.Value is { } value
            ? (value, answer.ReceivedAt)
            : throw SentryFaults.Unreadable(request, answer.Status, isHtml: false, inner: null);
    }

    /// <summary>A change whose answer says nothing that is needed but its status.</summary>
    private Task<SentryResponse<JsonElement>> SendAsync(
        HttpMethod method,
        OrganizationHome organization,
        SentryEndpoint endpoint,
        string path,
        JsonObject? body,
        CancellationToken cancellationToken,
        SecretText? hidden = null) =>
        connection.Transport.SendAsync(
            Write(method, organization, endpoint, path, body, hidden),
            WireJson.Default.JsonElement,
            cancellationToken);

    private SentryRequest Write(
        HttpMethod method,
        OrganizationHome organization,
        SentryEndpoint endpoint,
        string path,
        JsonObject? body,
        SecretText? hidden = null) =>
        new()
        {
            Method = method,
            Host = endpoint.Silo is SentrySilo.Control ? connection.BaseUri : organization.Host,
            Endpoint = endpoint,
            Path = path,
            HiddenInPath = hidden,
            Body = body?.ToJsonString(),
            Observer = observer,
        };

    /// <summary>Makes a change, and finds out whether it happened when the answer got lost.</summary>
    /// <param name="what">The change, as <c>Inviting ada@acme.example</c>, for errors.</param>
    /// <param name="change">Sends it.</param>
    /// <param name="look">Reads what is there afterwards: the result when the change is seen to have happened, null when it is seen not to have. Null itself for what leaves no trace.</param>
    /// <exception cref="SentryException">It did not happen, or nobody can tell.</exception>
    private static async Task<T> ChangeAsync<T>(string what, Func<Task<T>> change, Func<Task<T?>>? look)
        where T : class
    {
        try
        {
            return await change().ConfigureAwait(false);
        }
        catch (SentryApiException refusal) when (ChangeRefusals.IsKnown(refusal))
        {
            throw ChangeRefusals.Explain(refusal, what);
        }
        catch (SentryApiException refusal) when (refusal.Status is 400 or 404 or 409)
        {
            throw ChangeRefusals.Name(refusal, what);
        }
        catch (SentryApiException lost) when (IsAnswerLost(lost))
        {
            var uncertain = new SentryException(
                "SentryChangeUncertain",
                lost.Category,
                $"{what} may or may not have happened: {lost.Message}",
                "Look in Sentry before trying again.",
                lost);
            T? seen;
            try
            {
                seen = look is null ? throw uncertain : await look().ConfigureAwait(false);
            }
            catch (SentryException)
            {
                throw uncertain;
            }

            return seen
                ?? throw new SentryException(
                    "SentryChangeFailed",
                    lost.Category,
                    $"{what} did not happen, as a look afterwards shows: {lost.Message}",
                    "Try again.",
                    lost);
        }
    }

    /// <summary>Reads what a change that Sentry accepted has led to.</summary>
    /// <exception cref="SentryException">It can't be read: the change was made, but its result is not known.</exception>
    private static async Task<T> ReadBackAsync<T>(string what, Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (SentryException fault)
        {
            throw new SentryException(
                "SentryChangeUncertain",
                fault.Category,
                $"{what} was accepted, but what is there now can't be read: {fault.Message}",
                "Look in Sentry before trying again.",
                fault);
        }
    }

    /// <summary>Removes something. When it is gone already, by an attempt whose answer got lost or by somebody else, that is what was wanted.</summary>
    private async Task DeleteAsync(
        string what,
        OrganizationHome organization,
        SentryEndpoint endpoint,
        string path,
        Func<Task<bool>> isThere,
        CancellationToken cancellationToken,
        SecretText? hidden = null) =>
        await ChangeAsync<object>(
                what,
                async () =>
                {
                    try
                    {
                        return await SendAsync(HttpMethod.Delete, organization, endpoint, path, body: null, cancellationToken, hidden)
                            .ConfigureAwait(false);
                    }
                    catch (SentryApiException missing) when (missing.Status is 404)
                    {
                        // Sentry also answers so to who may not remove what they can see.
                        if (await isThere().ConfigureAwait(false))
                        {
                            throw;
                        }

                    return what;
                }
            },
            async () => await isThere().ConfigureAwait(false) ? null : what).ConfigureAwait(false);

    // Refusals are answers; only silence, a broken connection, a broken answer and a failing server leave it open.
    private static bool IsAnswerLost(SentryApiException fault) =>
        fault.Category is SentryErrorCategory.OperationTimeout or SentryErrorCategory.InvalidResult
        || (fault.Category is SentryErrorCategory.ConnectionError && fault.Status is null && fault.ErrorId is "SentryUnreachable")
        || fault.Status is >= 500;

    private static bool Missing(IEnumerable<PropertyChange> differences) => differences.Any(change => change.IsReal);

    private static SentryException Incomplete(string what, string missing) =>
        new(
            "SentryChangeIncomplete",
            SentryErrorCategory.InvalidResult,
            $"Sentry accepted the change of {what} but did not make it whole. Still to do: {missing}.",
            "Look at it in Sentry, and at the rights of the token.");
}
