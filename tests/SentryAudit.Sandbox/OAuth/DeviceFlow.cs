using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.OAuth;

/// <summary>Device codes: asked for, decided on by a person, polled.</summary>
internal sealed class DeviceFlow(SandboxWorld world, TokenDesk desk)
{
    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ";
    private readonly ConcurrentDictionary<string, PendingDevice> _devices = new(StringComparer.Ordinal);

    private DateTimeOffset Now => world.Options.TimeProvider.GetUtcNow();

    public Answer Start(IFormCollection form)
    {
        var clientId = form["client_id"].ToString();
        if (!SandboxOAuth.HasApplication(clientId))
        {
            throw new OAuthError("invalid_client", 401, "Invalid client_id");
        }

        var scopes = ScopesOf(form["scope"]);
        var code = RandomNumberGenerator.GetHexString(64, lowercase: true);
        var user = $"{RandomNumberGenerator.GetString(Letters, 4)}-{RandomNumberGenerator.GetString(Letters, 4)}";
        _devices[code] = new PendingDevice
        {
            UserCode = user,
            ClientId = clientId,
            Scopes = scopes,
            ExpiresAt = Now + world.OAuth.CodeLifetime,
            Approved = world.OAuth.ApprovesByItself ? true : null,
        };
        world.OAuth.SecretBag.Enqueue(code);
        var page = new Uri(world.Addresses.Base, "oauth/device/").AbsoluteUri;
        return Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("device_code", code);
            json.WriteString("user_code", user);
            json.WriteString("verification_uri", page);
            json.WriteString("verification_uri_complete", $"{page}?user_code={user}");
            json.WriteNumber("expires_in", (long)world.OAuth.CodeLifetime.TotalSeconds);
            json.WriteNumber("interval", (long)world.OAuth.PollInterval.TotalSeconds);
            json.WriteEndObject();
        });
    }

    public PendingDevice? Find(string? userCode) =>
        _devices.Values.FirstOrDefault(device =>
            string.Equals(device.UserCode, userCode?.Trim(), StringComparison.OrdinalIgnoreCase)
            && device.Approved is null
            && device.ExpiresAt > Now);

    public Answer Poll(string? clientId, string? code)
    {
        if (code is null || _devices.GetValueOrDefault(code) is not { } device || device.ClientId != clientId)
        {
            throw new OAuthError("invalid_grant");
        }

        // A tenth of a second for clocks and networks.
        var tooSoon = device.LastPoll is { } last && Now - last < world.OAuth.PollInterval - TimeSpan.FromMilliseconds(100);
        device.LastPoll = Now;
        if (tooSoon)
        {
            throw new OAuthError("slow_down");
        }

        var reason = device switch
        {
            { Approved: false } => "access_denied",
            _ when device.ExpiresAt <= Now => "expired_token",
            { Approved: null } => "authorization_pending",
            _ => null,
        };
        return reason is not null ? throw new OAuthError(reason)
            : _devices.TryRemove(code, out _) ? desk.Issue(device.ClientId, device.Scopes)
            : throw new OAuthError("invalid_grant");
    }

    public static string[] ScopesOf(string? text)
    {
        var scopes = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return scopes.All(scope => Scopes.All.Contains(scope, StringComparer.Ordinal))
            ? scopes
            : throw new OAuthError("invalid_scope", 400, "Unknown scope");
    }
}
