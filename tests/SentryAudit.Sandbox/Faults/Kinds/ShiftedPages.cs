namespace SentryAudit.Sandbox.Faults.Kinds;

/// <summary>The list grew at its front while the client was paging through it.</summary>
internal sealed class ShiftedPages(int rows) : Fault
{
    internal override Task ApplyAsync(FaultedExchange exchange) => exchange.SendAsync(exchange.Normal(rows));
}
