using System.Text.RegularExpressions;

namespace SentryAudit.Common.Text;

/// <summary>What secrets look like.</summary>
internal static partial class SecretShapes
{
    private const int Milliseconds = 2000;
    private const RegexOptions Plain = RegexOptions.ExplicitCapture;
    private const RegexOptions AnyCase = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    public static readonly Regex[] All =
    [
        PrivateKey(), SentryToken(), KnownToken(), WebToken(), Authorization(), NamedValue(), Login(), HexKey(), MixedText(),
    ];

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9+.\-]{0,30}://[^\s""'<>]*", Plain, Milliseconds)]
    public static partial Regex Address();

    [GeneratedRegex(@"^([\w.\-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?$", Plain, Milliseconds)]
    public static partial Regex PlainHost();

    // DSN keys and API keys have 32 digits, client secrets 64.
    [GeneratedRegex("[0-9A-Fa-f]{32,}", Plain, Milliseconds)]
    public static partial Regex HexKey();

    [GeneratedRegex(@"-----BEGIN [\s\S]*?(-----END [A-Z ]*-----|$)", Plain, Milliseconds)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"sntr[a-z]{1,2}_[\w.=+/\-]{4,}", AnyCase, Milliseconds)]
    private static partial Regex SentryToken();

    // GitHub, GitLab, Slack, Stripe, AWS, Google, npm, PyPI, SendGrid.
    [GeneratedRegex(
        @"(?<![A-Za-z0-9])(gh[opsur]_|github_pat_|glpat-|xox[a-z]-|xapp-|[sr]k_(live|test)_|A[KS]IA|AIza|npm_|pypi-|SG\.)[\w.=+/\-]{16,}",
        Plain,
        Milliseconds)]
    private static partial Regex KnownToken();

    [GeneratedRegex(@"(?<![A-Za-z0-9])eyJ[\w\-]{8,}(\.[\w\-]*){0,2}", Plain, Milliseconds)]
    private static partial Regex WebToken();

    [GeneratedRegex(@"(?<!\w)(Bearer|Basic|Token)\s+[\w.~+/=\-]{16,}", AnyCase, Milliseconds)]
    private static partial Regex Authorization();

    [GeneratedRegex(
        @"(secret|token|passw|pwd|api_?key|private_?key|access_?key|credential|signature)[\w.\-]{0,40}['""]?\s?[:=]\s?" +
        @"('[^']*'?|""[^""]*""?|[^\s,;&]+)",
        AnyCase,
        Milliseconds)]
    private static partial Regex NamedValue();

    [GeneratedRegex(@"(?<![^\s""'(=,])[^\s/:@""'(=,]{1,128}:[^\s@/""']{1,256}@[\w.\-]+", Plain, Milliseconds)]
    private static partial Regex Login();

    [GeneratedRegex(
        @"(?<![\w+/=\-])(?=[\w+/=\-]*\d)(?=[\w+/=\-]*[a-z])(?=[\w+/=\-]*[A-Z])[\w+/=\-]{32,}", Plain, Milliseconds)]
    private static partial Regex MixedText();
}
