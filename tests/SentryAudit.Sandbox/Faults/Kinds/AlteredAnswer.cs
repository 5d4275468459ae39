using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Faults.Kinds;

/// <summary>Sentry answers, and the answer is changed on its way.</summary>
internal sealed class AlteredAnswer(Func<Answer, Answer> alter) : Fault
{
    internal override Task ApplyAsync(FaultedExchange exchange) => exchange.SendAsync(alter(exchange.Normal()));
}
