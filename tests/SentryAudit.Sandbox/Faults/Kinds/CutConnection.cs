namespace SentryAudit.Sandbox.Faults.Kinds;

/// <summary>The connection breaks, before the answer or halfway through it.</summary>
internal sealed class CutConnection(bool afterHalfTheBody) : Fault
{
    internal override async Task ApplyAsync(FaultedExchange exchange)
    {
        if (!afterHalfTheBody)
        {
            exchange.Http.Abort();
            return;
        }

        // Kestrel closes a connection whose answer falls short of its Content-Length. An abort would be a TCP reset, which may
        // overtake the headers and so hide that there ever was an answer.
        var body = exchange.Begin(exchange.Normal());
        await exchange.Http.Response.BodyWriter.WriteAsync(body[..(body.Length / 2)], exchange.ClientGone);
    }
}
