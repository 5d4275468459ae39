using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.OAuth;

/// <summary>Authorization codes with PKCE: made on the consent page, redeemed once.</summary>
internal sealed class CodeFlow(SandboxWorld world, TokenDesk desk)
{
    private readonly ConcurrentDictionary<string, PendingCode> _codes = new(StringComparer.Ordinal);

    private DateTimeOffset Now => world.Options.TimeProvider.GetUtcNow();

    /// <summary>Null when the request may go to the consent page; else the answer that refuses it.</summary>
    public static Answer? Refuse(IQueryCollection query)
    {
        if (!SandboxOAuth.HasApplication(query["client_id"]))
        {
            return OAuthPages.Error("Missing or invalid client_id parameter.");
        }

        return !IsRegistered(query["redirect_uri"]) ? OAuthPages.Error("Missing or invalid redirect_uri parameter.")
            : query["response_type"] != "code" ? Back(query, ("error", "unsupported_response_type"))
            : query["client_id"] == SandboxOAuth.ClientId && query["code_challenge"].Count == 0 ? Back(query, ("error", "invalid_request"))
            : query["code_challenge"].Count > 0 && query["code_challenge_method"] != "S256" ? Back(query, ("error", "invalid_request"))
            : null;
    }

    public Answer Decide(IQueryCollection query, bool approved)
    {
        if (!approved)
        {
            return Back(query, ("error", "access_denied"));
        }

        try
        {
            var code = RandomNumberGenerator.GetHexString(64, lowercase: true);
            var challenge = query["code_challenge"].Count > 0 ? query["code_challenge"].ToString() : null;
            _codes[code] = new PendingCode(
                query["client_id"].ToString(),
                DeviceFlow.ScopesOf(query["scope"]),
                query["redirect_uri"].ToString(),
                challenge,
                Now + world.OAuth.CodeLifetime);
            world.OAuth.SecretBag.Enqueue(code);
            return Back(query, ("code", code));
        }
        catch (OAuthError error)
        {
            return Back(query, ("error", error.Message));
        }
    }

    public Answer Redeem(IFormCollection form)
    {
        var verifier = form["code_verifier"].ToString();
        if (verifier.Length > 0)
        {
            world.OAuth.SecretBag.Enqueue(verifier);
        }

        return
            _codes.TryRemove(form["code"].ToString(), out var code)
            && code.ClientId == form["client_id"]
            && code.RedirectUri == form["redirect_uri"]
            && code.ExpiresAt > Now
            && (code.Challenge is null || code.Challenge == Challenge(verifier))
            ? desk.Issue(code.ClientId, code.Scopes)
            : throw new OAuthError("invalid_grant");
    }

    // Registered without a port: an application on this machine may listen on any (RFC 8252, section 7.3).
    private static bool IsRegistered(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri is { Scheme: "http", Host: "127.0.0.1", AbsolutePath: "/callback", Query: "" };

    private static Answer Back(IQueryCollection query, (string Name, string Value) result)
    {
        var state = query["state"].Count > 0 ? $"&state={Uri.EscapeDataString(query["state"].ToString())}" : "";
        return Answer
            .Text(302, "", "text/html")
            .With("Location", $"{query["redirect_uri"]}?{result.Name}={Uri.EscapeDataString(result.Value)}{state}");
    }

    private static string Challenge(string verifier) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
