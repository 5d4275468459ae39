using System.Globalization;
using Microsoft.AspNetCore.Http;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox;

/// <summary>Between Kestrel and the pipeline: notes the request, waits, lets a fault have its way, sends.</summary>
internal sealed class RequestHandler(SandboxWorld world)
{
    private readonly RequestPipeline _pipeline = new(world);

    /// <summary>A request whose path matched an endpoint. Paths without the slash at the end are no endpoint of Sentry's.</summary>
    public async Task HandleAsync(HttpContext http, SandboxEndpoint endpoint)
    {
        var sent = await ReadAsync(http.Request);
        await (http.Request.Path.Value is { } path && path.EndsWith('/')
            ? AnswerAsync(http, endpoint.Template, sent, shift => _pipeline.Handle(endpoint, http.Request, sent, shift))
            : AnswerAsync(http, endpoint: null, sent, _ => MissingSlash(http.Request)));
    }

    /// <summary>A request no endpoint matched.</summary>
    public async Task HandleUnknownAsync(HttpContext http) =>
        await AnswerAsync(http, endpoint: null, await ReadAsync(http.Request), _ => ApiError.NotFound().Answer);

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            return default;
        }

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        return buffer.ToArray();
    }

    private static Answer MissingSlash(HttpRequest request) => Answer.Text(
        404, $"Route not found, did you forget a trailing slash?\n\ntry: {request.Path}/\n", "text/plain");

    private async Task AnswerAsync(HttpContext http, string? endpoint, ReadOnlyMemory<byte> sent, Func<int, Answer> answer)
    {
        // Kestrel would write the machine's time, which is another one when the sandbox runs on a clock of its own.
        http.Response.Headers.Date = world.Options.TimeProvider.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var logged = world.Options.LogRequests ? world.Requests.Add(http, endpoint, sent) : null;
        var exchange = new FaultedExchange(http, answer, logged, world.Options.TimeProvider);
        try
        {
            if (world.Options.Latency > TimeSpan.Zero)
            {
                await Task.Delay(world.Options.Latency, http.RequestAborted);
            }

            var fault = world.Faults.Next(http.Request.Method, endpoint);
            await (fault is null ? exchange.SendAsync(exchange.Normal()) : fault.ApplyAsync(exchange));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client left: nobody is waiting for the rest.
        }
        catch (Exception error) when (!http.Response.HasStarted)
        {
            await exchange.FailAsync(error);
        }
    }
}
