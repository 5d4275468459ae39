using Microsoft.AspNetCore.Http;

namespace SentryAudit.Sandbox.Control;

/// <summary>A fault to lay, as <see cref="FaultPlan.On"/> takes it.</summary>
/// <param name="Kind">A status code, or the name of a fault without its arguments, for example <c>reset</c>.</param>
internal sealed record FaultOrder(string Endpoint, string Kind, int Skip = 0, int Times = int.MaxValue)
{
    private static readonly Dictionary<string, Func<Fault>> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["brownOut"] = Fault.BrownOut,
        ["html"] = () => Fault.Html(),
        ["lostAnswer"] = Fault.LostAnswer,
        ["lostAnswer504"] = () => Fault.LostAnswer(504),
        ["lostAnswerSlow"] = () => Fault.LostAnswer(TimeSpan.FromMinutes(1)),
        ["noLinkHeader"] = Fault.NoLinkHeader,
        ["rateLimited"] = Fault.RateLimited,
        ["reset"] = Fault.Reset,
        ["resetMidBody"] = Fault.ResetMidBody,
        ["slow"] = () => Fault.Delay(TimeSpan.FromMinutes(1)),
        ["truncatedJson"] = Fault.TruncatedJson,
    };

    public Fault ToFault() =>
        int.TryParse(Kind, out var status) ? Fault.Empty(status)
        : Kinds.TryGetValue(Kind, out var make) ? make()
        : throw new BadHttpRequestException($"'{Kind}' is neither a status code nor one of {string.Join(", ", Kinds.Keys)}.");
}
