namespace SentryAudit.Sandbox.Faults.Kinds;

/// <summary>The headers come at once, the body drop by drop.</summary>
internal sealed class DrippingBody(TimeSpan perChunk, int chunkBytes) : Fault
{
    internal override async Task ApplyAsync(FaultedExchange exchange)
    {
        var body = exchange.Begin(exchange.Normal());
        await exchange.Http.Response.StartAsync(exchange.ClientGone);
        await exchange.Http.Response.BodyWriter.FlushAsync(exchange.ClientGone);
        while (body.Length > 0)
        {
            await Task.Delay(perChunk, exchange.ClientGone);
            var chunk = body[..Math.Min(chunkBytes, body.Length)];
            await exchange.Http.Response.BodyWriter.WriteAsync(chunk, exchange.ClientGone);
            body = body[chunk.Length..];
        }
    }
}
