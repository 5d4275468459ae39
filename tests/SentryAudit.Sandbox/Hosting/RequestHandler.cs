using System.Globalization;
using Microsoft.AspNetCore.Http;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox;

/// <summary>Between Kestrel and the pipeline: notes the request, waits, lets a fault have its way, sends.</summary>
internal sealed class RequestHandler(SandboxWorld world)
{
    private readonly RequestPipeline _pipeline = new(world);

    /// <summary>A request whose path matched an endpoint. Paths without the slash at the end are no endpoint of Sentry's.</summary>
    public Task HandleAsync(HttpContext http, SandboxEndpoint endpoint) =>
        http.Request.Path.Value is { } path && path.EndsWith('/')
            ? AnswerAsync(http, endpoint.Template, shift => _pipeline.Handle(endpoint, http.Request, shift))
            : AnswerAsync(http, endpoint: null, _ => MissingSlash(http.Request));

    /// <summary>A request no endpoint matched.</summary>
    public Task HandleUnknownAsync(HttpContext http) => AnswerAsync(http, endpoint: null, _ => ApiError.NotFound().Answer);

    private static Answer MissingSlash(HttpRequest request) => Answer.Text(
        404, $"Route not found, did you forget a trailing slash?\n\ntry: {request.Path}/\n", "text/plain");

    private async Task AnswerAsync(HttpContext http, string? endpoint, Func<int, Answer> answer)
    {
        // Kestrel would write the machine's time, which is another one when the sandbox runs on a clock of its own.
        http.Response.Headers.Date = world.Options.TimeProvider.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var logged = world.Options.LogRequests ? world.Requests.Add(http, endpoint) : null;
        var exchange = new FaultedExchange(http, answer, logged, world.Options.TimeProvider);
        try
        {
            if (world.Options.Latency > TimeSpan.Zero)
            {
                await Task.Delay(world.Options.Latency, http.RequestAborted);
            }

            var fault = world.Faults.Next(endpoint);
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
