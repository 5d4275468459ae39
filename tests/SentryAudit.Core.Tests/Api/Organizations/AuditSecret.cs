namespace SentryAudit.Core.Tests.Api.Organizations;

/// <summary>A secret as an entry of the audit log may hold it.</summary>
/// <param name="Text">What stands in the entry.</param>
/// <param name="Core">The part that opens something.</param>
/// <param name="HasShape">Whether it is known as a secret wherever it stands; a password is known only by its field.</param>
internal sealed record AuditSecret(string Text, string Core, bool HasShape = true)
{
    private const string Key = "5f3a9c0b7e2d4f618a9b0c1d2e3f4a5b";
    private const string Letters = "Zk8Qw3Rt6Yp1Lm4Nb7Vc2Xs5";

    public static readonly AuditSecret[] All =
    [
        new(Key, Key),
        new(Key.ToUpperInvariant(), Key.ToUpperInvariant()),
        new(Key + Key, Key),
        Token("sntryu_", Key + Key),
        Token("sntrys_", $"eyJpYXQiOjE3MDAwMDAwMDB9_{Letters}"),
        Token("sntrya_", Letters),
        Token("sntryi_", Letters),
        new($"https://{Key}@o1.ingest.example.com/42", Key),
        new($"https://{Key}:{Letters}@sentry.example.com/42", Letters),
        new($"https://hooks.example.com/services/T0/B0/{Letters}", Letters),
        new($"https://ci.example.com/hook?token={Letters}", Letters),
        new($"https://robot:{Letters}@git.example.com/app.git", Letters),
        new($"https://robot:{Letters}/{Letters}", Letters),
        new($"robot:{Letters}@git.example.com", Letters),
        new($"client_secret={Letters}", Letters),
        new($"{{'api_key': '{Letters} {Letters}'}}", Letters),
        new($"Bearer {Letters}", Letters),
        Token("gh" + "p_", Letters),
        Token("xox" + "b-", "1234-" + Letters),
        Token("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.", Letters),
        new($"-----BEGIN PRIVATE KEY-----\n{Letters}\n-----END PRIVATE KEY-----", Letters),
        new(Letters + "+/" + Letters + "==", Letters),
        new("Correct Horse 7 Battery", "Horse 7", HasShape: false),
        new("hooks.example.com/services/T0/B0/" + Letters, Letters, HasShape: false),
        new(Letters, Letters, HasShape: false),
    ];

    private static AuditSecret Token(string prefix, string rest) => new(prefix + rest, rest);
}
