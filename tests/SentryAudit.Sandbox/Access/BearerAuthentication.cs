using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Access;

/// <summary>Who is calling, or why Sentry would not believe them.</summary>
internal static class BearerAuthentication
{
    private const string Scheme = "Bearer ";

    public static SandboxToken? Read(string? authorization, TokenStore tokens)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var value = authorization[Scheme.Length..].Trim();
        var token = tokens.Find(value)
            ?? throw ApiError.Unauthorized(value.StartsWith("sntrys_", StringComparison.Ordinal) ? "Invalid org token" : "Invalid token");
        return token.Expired ? throw ApiError.Unauthorized("Token expired") : token;
    }
}
