using SentryAudit.Api;
using SentryAudit.Api.Calls;
using SentryAudit.Http;
using SentryAudit.Models;
using SentryAudit.Tests;

namespace SentryAudit.Core.Tests.Support;

/// <summary>
/// A connection and a client over a <see cref="FakeTransport"/>: the base host is sentry.io, the organization acme with the id 2,
/// in the region us.
/// </summary>
internal static class Estate
{
    public static readonly Uri Base = new("https://sentry.io/");
    public static readonly Uri Region = new("https://us.sentry.io/");
    public static readonly OrganizationHome Acme = new("acme", "2", Region);

    public static SentryConnection Connection(
        FakeTransport transport,
        string? organization = null,
        StringList? seen = null,
        TimeProvider? clock = null) =>
        new(transport, new OrganizationDirectory(Base, new TrustedHosts(Base)))
        {
            BaseUri = Base,
            Organization = organization,
            Organizations = seen,
            Source = "test",
            Clock = clock ?? new ManualTimeProvider(),
        };

    public static SentryApi Api(FakeTransport transport, string? organization = null, StringList? seen = null) =>
        new(Connection(transport, organization, seen).Site, SilentObserver.Instance);

    public static LiveSource Source(FakeTransport transport) => new(Api(transport));

    public static SentryProject Project(string id, string slug) => new() { Id = id, Slug = slug, OrganizationSlug = "acme" };
}
