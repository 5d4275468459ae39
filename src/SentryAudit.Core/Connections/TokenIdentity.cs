using System.Text.RegularExpressions;
using SentryAudit.Api.Wire;
using SentryAudit.Http;

namespace SentryAudit.Connections;

/// <summary>What Sentry answered about a token.</summary>
/// <param name="settings">The settings of the connection.</param>
/// <param name="owner">Whose token it is; null if Sentry did not answer that.</param>
/// <param name="refusal">Why Sentry did not answer whose token it is; null if it did.</param>
/// <param name="seen">The organizations that the token sees; null if Sentry did not list them.</param>
internal sealed partial class TokenIdentity(
    ConnectionSettings settings,
    WireIndex? owner,
    SentryException? refusal,
    WireOrganization[]? seen)
{
    public ConnectionSettings Settings => settings;

    /// <summary>The organization that the settings name, if Sentry has it but does not list it; null otherwise.</summary>
    public WireOrganization? Unlisted { get; init; }

    /// <summary>Whether Sentry accepted the token, apart from the list of organizations.</summary>
    public bool IsProven => owner?.User is not null || owner?.Auth?.Scopes is { Length: > 0 } || IsBound;

    /// <summary>The organizations of the token; those that it claims itself if Sentry did not list them.</summary>
    public IReadOnlyList<WireOrganization> Organizations => Unlisted is { } one ? [.. seen!, one] : seen ?? Claimed();

    /// <summary>Slugs of the organizations that Sentry listed or has under the name given; null if it did not list any.</summary>
    public StringList? Slugs =>
        seen is null ? null : new StringList(Organizations.Select(one => one.Slug!).Order(StringComparer.Ordinal));

    // A token that is bound to one organization needs no other default.
    public string? DefaultOrganization => Unlisted?.Slug ?? settings.Organization ?? (IsBound && seen is [var only] ? only.Slug : null);

    public string? User => IsProxy ? null : owner?.User?.Email ?? owner?.User?.Username ?? settings.Session?.SignedIn.Account;

    public StringList? Scopes => owner?.Auth?.Scopes is { } scopes ? new StringList(scopes.Order(StringComparer.Ordinal)) : null;

    public SentryTokenKind Kind =>
        SentryToken.Read(settings.Token).Kind switch
        {
            _ when settings.Session is not null => SentryTokenKind.OAuth,
            SentryTokenKind.Unknown when IsBound || IsProxy => SentryTokenKind.Integration,
            SentryTokenKind.Unknown when owner?.User is not null => SentryTokenKind.Personal,
            var kind => kind,
        };

    /// <summary>
    /// Whether it is the proxy user of an internal integration: nobody's address, and a name that ends in six hex digits and a UUID.
    /// </summary>
    private bool IsProxy => owner?.User is { Email: "" } user && (IsProxyName(user.Username) || IsProxyName(user.Name));

    // Some servers refuse the index to tokens of integrations with this sentence.
    private bool IsBound => refusal is SentryApiException { Status: 401, Detail: TokenRemedies.OrganizationOnly };

    private static bool IsProxyName(string? name) => name is not null && ProxyName().IsMatch(name);

    [GeneratedRegex("-[0-9a-f]{6}-[0-9a-f]{8}[0-9a-f-]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProxyName();

    // An organization token is not allowed to list organizations, but contains its own and the region of that.
    private WireOrganization[] Claimed() =>
        SentryToken.Read(settings.Token) is { Organization: { } slug } claims
            ? [new WireOrganization { Slug = slug, Links = new WireOrganization.WireLinks { RegionUrl = claims.RegionUrl } }]
            : [];
}
