using System.Globalization;

namespace SentryAudit.Http;

/// <summary>A pause before the next attempt.</summary>
/// <param name="EndpointName">Method and path template.</param>
/// <param name="Reason">Why, as a sentence without its full stop.</param>
/// <param name="Delay">How long.</param>
/// <param name="IsPacing">Whether it only keeps requests below a limit, so that nothing has failed.</param>
internal sealed record TransportWait(string EndpointName, string Reason, TimeSpan Delay, bool IsPacing)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Reason}; waiting {Delay.TotalSeconds:0.#} s before {EndpointName} is asked again.");
}
