using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Faults.Kinds;

/// <summary>The request never reaches Sentry: something else answers.</summary>
internal sealed class ReplacedAnswer(Func<FaultedExchange, Answer> instead) : Fault
{
    internal override Task ApplyAsync(FaultedExchange exchange) => exchange.SendAsync(instead(exchange));
}
