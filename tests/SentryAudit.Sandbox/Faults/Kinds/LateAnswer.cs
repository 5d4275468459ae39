namespace SentryAudit.Sandbox.Faults.Kinds;

/// <summary>The answer is right, but late.</summary>
internal sealed class LateAnswer(TimeSpan wait) : Fault
{
    internal override async Task ApplyAsync(FaultedExchange exchange)
    {
        await Task.Delay(wait, exchange.ClientGone);
        await exchange.SendAsync(exchange.Normal());
    }
}
