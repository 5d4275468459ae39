using SentryAudit.Common.Text;
using SentryAudit.Connections;

namespace SentryAudit.Core.Tests.Connections;

/// <summary>What the sources of a connection hold: parameters, environment, the near file and the file at home.</summary>
internal sealed record Given
{
    public string? Token { get; init; }

    public string? EnvironmentToken { get; init; }

    public string? NearToken { get; init; }

    public string? HomeToken { get; init; }

    public string? Uri { get; init; }

    public string? EnvironmentUri { get; init; }

    public string? NearUri { get; init; }

    public string? HomeUri { get; init; }

    public string? Organization { get; init; }

    public string? EnvironmentOrganization { get; init; }

    public string? NearOrganization { get; init; }

    public string? HomeOrganization { get; init; }

    public bool AllowInsecure { get; init; }

    public ConnectionSettings Resolve(Action<string>? verbose = null) => new ConnectionSources
    {
        Token = Token is { } token ? new SecretText(token) : null,
        Uri = Uri is { } uri ? new Uri(uri) : null,
        Organization = Organization,
        AllowInsecure = AllowInsecure,
        NearFile = new SentryCliFile("/repo/.sentryclirc", NearToken, NearUri, NearOrganization),
        HomeFile = new SentryCliFile("/home/ann/.sentryclirc", HomeToken, HomeUri, HomeOrganization),
        Environment = name => name switch
        {
            "SENTRY_AUTH_TOKEN" => EnvironmentToken,
            "SENTRY_URL" => EnvironmentUri,
            "SENTRY_ORG" => EnvironmentOrganization,
            _ => null,
        },
    }.Resolve(verbose ?? (_ => { }));
}
