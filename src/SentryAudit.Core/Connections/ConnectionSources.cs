using SentryAudit.Common.Text;
using SentryAudit.Http;
using SentryAudit.Inventory;
using SentryAudit.SignIn;

namespace SentryAudit.Connections;

/// <summary>
/// Finds token, address and organization: first in the parameters, then in the environment, in a kept session of a sign-in, in
/// <c>.sentryclirc</c>, and at last in the token itself, if it is an organization token.
/// </summary>
internal sealed class ConnectionSources
{
    public SecretText? Token { get; init; }

    public Uri? Uri { get; init; }

    public string? Organization { get; init; }

    public bool AllowInsecure { get; init; }

    public bool FollowRegion { get; init; }

    public TimeSpan? Timeout { get; init; }

    public int? MaximumRetryCount { get; init; }

    public long? MaximumAnswerSize { get; init; }

    /// <summary>The sessions that are kept on this machine; null if they are not to be used.</summary>
    public SessionStore? Sessions { get; init; }

    /// <summary>The account whose kept session is to be used, even if there is a token in the environment; null for any.</summary>
    public string? Account { get; init; }

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>The settings file nearest to the current location, which may have been written by somebody else.</summary>
    public SentryCliFile? NearFile { get; init; }

    /// <summary>The settings file in the home folder, which is the user's own.</summary>
    public SentryCliFile? HomeFile { get; init; }

    /// <exception cref="SentryException">There is no token, the one given is empty, or the address can't be used.</exception>
    public ConnectionSettings Resolve(Action<string> verbose)
    {
        var (parameter, parameterSource) = First(
            (Token is { IsEmpty: true } ? throw TokenFaults.Empty() : Token, "parameter"),
            (Account is null ? Secret(Environment("SENTRY_AUTH_TOKEN")) : null, "environment variable SENTRY_AUTH_TOKEN"));
        var session = parameter is null ? OpenSession() : null;
        var (found, tokenSource) = First(
            (parameter, parameterSource),
            (session?.SignedIn.Tokens.Access, $"stored session of {session?.SignedIn.Account}"),
            (Secret(NearFile?.Token), NearFile?.Path ?? ""),
            (Secret(HomeFile?.Token), HomeFile?.Path ?? ""));
        var token = found ?? throw TokenFaults.Missing();
        var claims = SentryToken.Read(token);
        var (address, addressSource) = First(
            (session?.SignedIn.BaseUri, tokenSource),
            NamedAddress(),
            (claims.Uri, "the token"),
            (SentryAddress.Default, "default"));
        RefuseBorrowedAddress(tokenSource, addressSource);
        var (organization, organizationSource) = First(NamedOrganization(), (Text(claims.Organization), "the token"));
        var home = SentryAddress.Normalize(address!, AllowInsecure);
        var scope = organization is null ? "no default organization" : $"organization {organization} from {organizationSource}";
        verbose($"Token from {tokenSource}; address {home} from {addressSource}; {scope}.");
        return Settings(token, tokenSource, home, organization) with { Session = session };
    }

    /// <summary>Everything except the token, which a sign-in will give.</summary>
    /// <exception cref="SentryException">The address can't be used, or comes only from a file near the current location.</exception>
    public ConnectionSettings ForSignIn()
    {
        var (address, source) = First(NamedAddress(), (SentryAddress.Default, "default"));
        RefuseBorrowedAddress("a sign-in", source);
        return Settings(new SecretText(""), "sign-in", SentryAddress.Normalize(address!, AllowInsecure), NamedOrganization().Slug);
    }

    /// <summary>The client id to sign in with if none is given; null if there is none.</summary>
    public string? FindClientId(Uri home) =>
        Text(Environment("SENTRY_CLIENT_ID")) ?? (Sessions is null ? null : SessionChoice.ClientId(Sessions.List(), home));

    private ConnectionSettings Settings(SecretText token, string source, Uri home, string? organization) => new()
    {
        Token = token,
        Source = source,
        BaseUri = home,
        Organization = organization,
        AllowInsecure = AllowInsecure,
        FollowRegion = FollowRegion,
        Timeout = Timeout ?? TimeSpan.FromSeconds(30),
        MaximumRetryCount = MaximumRetryCount ?? 5,
        MaximumAnswerSize = MaximumAnswerSize ?? TransportSettings.DefaultAnswerSize,
        InventoryRoot = InventoryPlace.Default,
    };

    private (string? Slug, string Source) NamedOrganization() => First(
        (Text(Organization), "parameter"),
        (Text(Environment("SENTRY_ORG")), "environment variable SENTRY_ORG"),
        (Text(NearFile?.Organization), NearFile?.Path ?? ""),
        (Text(HomeFile?.Organization), HomeFile?.Path ?? ""));

    private (Uri? Address, string Source) NamedAddress() => First(
        (Uri, "parameter"),
        (Address("SENTRY_URL", Environment("SENTRY_URL")), "environment variable SENTRY_URL"),
        (Address("url", NearFile?.Url), NearFile?.Path ?? ""),
        (Address("url", HomeFile?.Url), HomeFile?.Path ?? ""));

    private OpenSession? OpenSession()
    {
        var named = NamedAddress().Address;
        var found = Sessions?.List() is { Count: > 0 } kept
            ? SessionChoice.Find(kept, named is null ? null : SentryAddress.Normalize(named, AllowInsecure), Account)
            : null;
        return found is not null ? Sessions!.Open(found)
            : Account is null ? null
            : throw SessionChoice.NotFound(Account);
    }

    // A file in a folder of somebody else (a cloned repository) must not send the user's own token to an address of its choice.
    private void RefuseBorrowedAddress(string tokenSource, string addressSource)
    {
        if (NearFile is not null && addressSource == NearFile.Path && tokenSource != NearFile.Path && NearFile.Path != HomeFile?.Path)
        {
            throw new SentryException(
                "BorrowedSentryUri",
                SentryErrorCategory.SecurityError,
                $"The token from {tokenSource} would be sent to the address that {NearFile.Path} names.",
                "If you want that, give the address with -Uri or SENTRY_URL.");
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
