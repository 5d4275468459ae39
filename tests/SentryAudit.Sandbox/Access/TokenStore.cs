using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SentryAudit.Sandbox.Access;

/// <summary>The tokens of the sandbox. The same seed gives the same tokens in the same order.</summary>
internal sealed class TokenStore(int seed, SandboxEstate estate, Addresses addresses)
{
    private readonly ConcurrentDictionary<string, SandboxToken> _tokens = new(StringComparer.Ordinal);
    private int _created;

    public SandboxToken? Find(string value) => _tokens.GetValueOrDefault(value);

    public void Revoke(string value) => _tokens.TryRemove(value, out _);

    public string Create(SandboxTokenKind kind, IReadOnlyCollection<string> scopes)
    {
        var secret = NextSecret();
        var organization = estate.Organizations.FirstOrDefault();
        var token = kind switch
        {
            SandboxTokenKind.User => PersonToken("sntryu_" + secret, kind, scopes),
            SandboxTokenKind.OAuth => PersonToken(secret, kind, scopes),
            SandboxTokenKind.Integration => BoundToken(secret, kind, organization, scopes),
            SandboxTokenKind.Organization => BoundToken(WithPayload(organization, secret), kind, organization, ["org:ci"]),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        _tokens[token.Value] = token;
        return token.Value;
    }

    /// <summary>A personal token of somebody else than the owner of all: their role limits what it is good for.</summary>
    public string Create(SandboxUser user, IReadOnlyCollection<string> scopes)
    {
        var token = new SandboxToken
        {
            Value = "sntryu_" + NextSecret(),
            Kind = SandboxTokenKind.User,
            Scopes = Scopes.Expand(scopes),
            User = user,
        };
        _tokens[token.Value] = token;
        return token.Value;
    }

    private SandboxToken PersonToken(string value, SandboxTokenKind kind, IEnumerable<string> scopes) =>
        new() { Value = value, Kind = kind, Scopes = Scopes.Expand(scopes), User = estate.Owner };

    private static SandboxToken BoundToken(
        string value, SandboxTokenKind kind, SandboxOrganization? organization, IEnumerable<string> scopes) =>
        new() { Value = value, Kind = kind, Scopes = Scopes.Expand(scopes), BoundTo = organization };

    /// <summary>An organization token says where it belongs: <c>sntrys_</c>, base64 of a JSON object, <c>_</c>, a secret.</summary>
    private string WithPayload(SandboxOrganization? organization, string secret)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["iat"] = 1756684800.5,
            ["url"] = addresses.Base.GetLeftPart(UriPartial.Authority),
            ["region_url"] = organization is null ? null : addresses.Of(organization),
            ["org"] = organization?.Slug,
        });
        var tail = Convert.ToBase64String(Convert.FromHexString(secret)).TrimEnd('=').Replace('_', 'x');
        return $"sntrys_{Convert.ToBase64String(payload)}_{tail}";
    }

    private string NextSecret()
    {
        var label = string.Create(CultureInfo.InvariantCulture, $"sandbox-{seed}-{Interlocked.Increment(ref _created)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(label)));
    }
}
