using System.Collections.Concurrent;
using System.Security.Cryptography;
using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;

namespace SentryAudit.Sandbox.OAuth;

/// <summary>Hands out token pairs. A renewal replaces both; a refresh token used twice costs the whole family.</summary>
internal sealed class TokenDesk(SandboxWorld world)
{
    private readonly ConcurrentDictionary<string, TokenFamily> _byRefresh = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<ITimer> _ends = [];

    public Answer Issue(string clientId, string[] scopes) => Issue(new TokenFamily { ClientId = clientId, Scopes = scopes });

    public Answer Renew(string? clientId, string? refresh, string? scope)
    {
        if (string.IsNullOrEmpty(refresh) || !string.IsNullOrEmpty(scope))
        {
            throw new OAuthError("invalid_request");
        }

        if (_byRefresh.GetValueOrDefault(refresh) is not { } family || family.ClientId != clientId)
        {
            throw new OAuthError("invalid_grant");
        }

        lock (family)
        {
            world.Tokens.Revoke(family.Access);
            if (family.Revoked || family.Refresh != refresh)
            {
                family.Revoked = true;
                throw new OAuthError("invalid_grant");
            }

            world.OAuth.CountRenewal();
            return Issue(family);
        }
    }

    /// <summary>What a person does under User settings > Authorized applications.</summary>
    public void RevokeAll()
    {
        foreach (var family in _byRefresh.Values)
        {
            family.Revoked = true;
            world.Tokens.Revoke(family.Access);
        }
    }

    /// <summary>Access tokens end; refresh tokens do not.</summary>
    public void ExpireAll()
    {
        foreach (var token in _byRefresh.Values.Select(family => world.Tokens.Find(family.Access)).OfType<SandboxToken>())
        {
            token.Expired = true;
        }
    }

    private Answer Issue(TokenFamily family)
    {
        var now = world.Options.TimeProvider.GetUtcNow();
        var life = world.OAuth.TokenLifetime;
        family.Access = world.Tokens.Create(SandboxTokenKind.OAuth, family.Scopes);
        family.Refresh = RandomNumberGenerator.GetHexString(64, lowercase: true);
        _byRefresh[family.Refresh] = family;
        world.OAuth.SecretBag.Enqueue(family.Access);
        world.OAuth.SecretBag.Enqueue(family.Refresh);
        var token = world.Tokens.Find(family.Access)!;
        if (life < TimeSpan.FromDays(1))
        {
            _ends.Add(world.Options.TimeProvider.CreateTimer(_ => token.Expired = true, state: null, life, Timeout.InfiniteTimeSpan));
        }

        return Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("access_token", family.Access);
            json.WriteString("refresh_token", family.Refresh);
            json.WriteNumber("expires_in", (long)life.TotalSeconds);
            json.Date("expires_at", now + life);
            json.WriteString("token_type", "Bearer");
            json.WriteString("scope", string.Join(' ', family.Scopes));
            json.WriteStartObject("user");
            json.WriteString("id", world.Estate.Owner.Id);
            json.WriteString("name", world.Estate.Owner.Name);
            json.WriteString("email", world.Estate.Owner.Email);
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }
}
