using SentryAudit.Http;

namespace SentryAudit.Api.Calls;

/// <summary>The Sentry a client asks: where it is, how to reach it, and which organization is meant when none is named.</summary>
internal sealed record SentrySite(
    ISentryTransport Transport,
    OrganizationDirectory Directory,
    Uri BaseUri,
    string? Organization,
    StringList? Organizations,
    TimeProvider Clock)
{
    public SentryTokenKind TokenKind { get; init; }

    /// <summary>The scopes of the token; null if Sentry does not report them.</summary>
    public StringList? Scopes { get; init; }
}
