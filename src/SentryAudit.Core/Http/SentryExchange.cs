using System.Globalization;

namespace SentryAudit.Http;

/// <summary>One attempt, as verbose output shows it. Holds no header and no body.</summary>
/// <param name="Attempt">Counted from 1.</param>
/// <param name="Outcome">Status code, or the name of the fault when no answer came.</param>
internal sealed record SentryExchange(string Method, Uri Address, string Outcome, TimeSpan Duration, int Attempt)
{
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Method} {Address.Authority}{Address.PathAndQuery} {Outcome} {Duration.TotalMilliseconds:0} ms, attempt {Attempt}");
}
