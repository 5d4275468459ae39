using Microsoft.AspNetCore.Http;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox;

/// <summary>What a fault has to work with: the connection, and the answer that would have been.</summary>
internal sealed class FaultedExchange(HttpContext http, Func<int, Answer> answer, LoggedRequest? logged, TimeProvider clock)
{
    public HttpContext Http { get; } = http;
    public TimeProvider Clock { get; } = clock;
    public CancellationToken ClientGone => Http.RequestAborted;

    public Answer Normal(int shift = 0) => answer(shift);

    public Task SendAsync(Answer final)
    {
        Log(final.Status);
        return AnswerWriter.SendAsync(Http, final);
    }

    /// <summary>Sets status and headers and gives the body to send, for faults that do the sending themselves.</summary>
    public ReadOnlyMemory<byte> Begin(Answer final)
    {
        Log(final.Status);
        return AnswerWriter.Begin(Http, final);
    }

    /// <summary>A mistake of the sandbox: answered as Sentry answers its own, and kept in the log for whoever has to find it.</summary>
    public Task FailAsync(Exception error)
    {
        if (logged is not null)
        {
            logged.Failure = error;
        }

        Http.Response.Clear();
        return SendAsync(ApiError.Broken().Answer);
    }

    /// <summary>Noted before a byte leaves, so that a client that has its answer also finds it in the log.</summary>
    private void Log(int status)
    {
        if (logged is not null)
        {
            logged.Status = status;
        }
    }
}
