namespace SentryAudit.Sandbox.Faults.Kinds;

/// <summary>The connection breaks, before the answer or halfway through it.</summary>
internal sealed class CutConnection(bool afterHalfTheBody) : Fault
{
    internal override async Task ApplyAsync(FaultedExchange exchange)
    {
        if (afterHalfTheBody)
        {
            var body = exchange.Begin(exchange.Normal());
            await exchange.Http.Response.BodyWriter.WriteAsync(body[..(body.Length / 2)], exchange.ClientGone);
            await exchange.Http.Response.BodyWriter.FlushAsync(exchange.ClientGone);
        }

        exchange.Http.Abort();
    }
}
