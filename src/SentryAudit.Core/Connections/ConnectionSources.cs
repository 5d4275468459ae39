using SentryAudit.Inventory;
using SentryAudit.Text;

namespace SentryAudit.Connections;

/// <summary>
/// Settles where token, address and organization come from: parameter, then environment, then <c>.sentryclirc</c>, then
/// what an organization token says of itself.
/// </summary>
internal sealed class ConnectionSources
{
    public SecretText? Token { get; init; }

    public Uri? Uri { get; init; }

    public string? Organization { get; init; }

    public bool AllowInsecure { get; init; }

    public TimeSpan? Timeout { get; init; }

    public int? MaximumRetryCount { get; init; }

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>The settings file nearest to the current location; whoever wrote that folder wrote it.</summary>
    public SentryCliFile? NearFile { get; init; }

    /// <summary>The settings file in the home folder: the user's own.</summary>
    public SentryCliFile? HomeFile { get; init; }

    /// <exception cref="SentryException">No token anywhere, or an unusable address.</exception>
    public ConnectionSettings Resolve(Action<string> verbose)
    {
        var (token, tokenSource) = First(
            (Token is { IsEmpty: false } given ? given : null, "parameter"),
            (Secret(Environment("SENTRY_AUTH_TOKEN")), "environment variable SENTRY_AUTH_TOKEN"),
            (Secret(NearFile?.Token), NearFile?.Path ?? ""),
            (Secret(HomeFile?.Token), HomeFile?.Path ?? ""));
        if (token is null)
        {
            throw new SentryException("NoSentryToken", SentryErrorCategory.AuthenticationError, "There is no Sentry token to connect with.",
                "Run Connect-Sentry -Token (Read-Host -AsSecureString), or set SENTRY_AUTH_TOKEN, or keep a token in .sentryclirc. A personal token is made in Sentry under User settings > Personal tokens.");
        }

        var claims = SentryToken.Read(token);
        var (address, addressSource) = First(
            (Uri, "parameter"),
            (Address("SENTRY_URL", Environment("SENTRY_URL")), "environment variable SENTRY_URL"),
            (Address("url", NearFile?.Url), NearFile?.Path ?? ""),
            (Address("url", HomeFile?.Url), HomeFile?.Path ?? ""),
            (claims.Uri, "the token"),
            (SentryAddress.Default, "default"));
        RefuseBorrowedAddress(tokenSource, addressSource);
        var (organization, organizationSource) = First(
            (Text(Organization), "parameter"),
            (Text(Environment("SENTRY_ORG")), "environment variable SENTRY_ORG"),
            (Text(NearFile?.Organization), NearFile?.Path ?? ""),
            (Text(HomeFile?.Organization), HomeFile?.Path ?? ""),
            (Text(claims.Organization), "the token"));

        var home = SentryAddress.Normalize(address!, AllowInsecure);
        verbose($"Token from {tokenSource}; address {home} from {addressSource}; {(organization is null ? "no default organization" : $"organization {organization} from {organizationSource}")}.");
        return new ConnectionSettings
        {
            Token = token,
            Source = tokenSource,
            BaseUri = home,
            Organization = organization,
            AllowInsecure = AllowInsecure,
            Timeout = Timeout ?? TimeSpan.FromSeconds(30),
            MaximumRetryCount = MaximumRetryCount ?? 5,
            InventoryRoot = InventoryPlace.Default,
        };
    }

    // A folder somebody else wrote (a cloned repository) must not send the user's own token to an address of its choice.
    private void RefuseBorrowedAddress(string tokenSource, string addressSource)
    {
        if (NearFile is not null && addressSource == NearFile.Path && tokenSource != NearFile.Path && NearFile.Path != HomeFile?.Path)
        {
            throw new SentryException("BorrowedSentryUri", SentryErrorCategory.SecurityError,
                $"The token from {tokenSource} would be sent to the address that {NearFile.Path} names.", "If that is meant, name the address with -Uri or SENTRY_URL.");
        }
    }

    private static SecretText? Secret(string? value) => string.IsNullOrWhiteSpace(value) ? null : new SecretText(value);

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static Uri? Address(string name, string? text) => Text(text) switch
    {
        null => null,
        { } value when System.Uri.TryCreate(value, UriKind.RelativeOrAbsolute, out var address) => address,
        var value => throw SentryAddress.Unusable(name, value),
    };

    private static (T? Value, string Source) First<T>(params (T? Value, string Source)[] candidates)
        where T : class => candidates.FirstOrDefault(candidate => candidate.Value is not null);
}
