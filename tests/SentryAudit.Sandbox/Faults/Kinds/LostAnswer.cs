namespace SentryAudit.Sandbox.Faults.Kinds;

/// <summary>Sentry does what it was asked, and the client never learns of it: after a while the connection breaks.</summary>
internal sealed class LostAnswer(TimeSpan silence) : Fault
{
    internal override async Task ApplyAsync(FaultedExchange exchange)
    {
        exchange.Normal();
        await Task.Delay(silence, exchange.ClientGone);
        exchange.Http.Abort();
    }
}
