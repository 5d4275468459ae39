using System.Globalization;

namespace SentryAudit.Http;

/// <summary>One attempt, for verbose output. Holds no header and no body.</summary>
/// <param name="Attempt">Counted from 1.</param>
/// <param name="Outcome">The status code; without an answer, a few words about the fault.</param>
internal sealed record SentryExchange(string Method, Uri Address, string Outcome, TimeSpan Duration, int Attempt)
{
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Method} {Address.Authority}{Address.PathAndQuery} {Outcome} {Duration.TotalMilliseconds:0} ms, attempt {Attempt}");
}
