using System.Globalization;
using System.Text;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Faults.Kinds;

namespace SentryAudit.Sandbox;

/// <summary>Something that goes wrong with a request.</summary>
public abstract class Fault
{
    /// <summary>Another status, with a body of your own or none.</summary>
    public static Fault Status(
        int code, string? body = null, string contentType = "application/json", IReadOnlyDictionary<string, string>? headers = null) =>
        new ReplacedAnswer(_ =>
        {
            var answer = body is null ? Answer.Empty(code) : Answer.Text(code, body, contentType);
            foreach (var (name, value) in headers ?? new Dictionary<string, string>(StringComparer.Ordinal))
            {
                answer.With(name, value);
            }

            return answer;
        });

    /// <summary>429 of Sentry's own limiter: its five headers, no Retry-After.</summary>
    public static Fault RateLimited() => new ReplacedAnswer(Refusals.ByLimiter);

    /// <summary>429 of a proxy, which knows Retry-After only: seconds, or an HTTP date.</summary>
    public static Fault RetryAfter(string value) =>
        new ReplacedAnswer(_ => Answer.Text(429, "Too Many Requests", "text/plain").With("Retry-After", value));

    /// <summary>410 as Sentry answers for minutes at a time while it retires an endpoint.</summary>
    public static Fault BrownOut() => new ReplacedAnswer(_ => Refusals.BrownOut());

    /// <summary>The normal answer with the headers of an endpoint on its way out.</summary>
    public static Fault Deprecated(DateTimeOffset date, string replacement) => new AlteredAnswer(answer => answer
        .With("X-Sentry-Deprecation-Date", date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture))
        .With("X-Sentry-Replacement-Endpoint", replacement));

    /// <summary>The connection is cut before anything is answered.</summary>
    public static Fault Reset() => new CutConnection(afterHalfTheBody: false);

    /// <summary>The connection is cut halfway through the body.</summary>
    public static Fault ResetMidBody() => new CutConnection(afterHalfTheBody: true);

    /// <summary>A write takes effect, and the connection is cut before anything is answered.</summary>
    public static Fault LostAnswer() => new LostAnswer(TimeSpan.Zero);

    /// <summary>A write takes effect, and nothing is answered for so long that a client gives up; then the connection is cut.</summary>
    public static Fault LostAnswer(TimeSpan silence) => new LostAnswer(silence);

    /// <summary>A write takes effect, and a gateway that waited in vain answers with a status of its own, for example 504.</summary>
    public static Fault LostAnswer(int code) => new AlteredAnswer(_ => Answer.Empty(code));

    /// <summary>An answer that is complete for HTTP but whose JSON stops in the middle.</summary>
    public static Fault TruncatedJson() =>
        new AlteredAnswer(answer => answer with { Body = answer.Body[..(answer.Body.Length / 2)] });

    /// <summary>The normal answer with another body, for example one in which something is missing.</summary>
    public static Fault Body(Func<string, string> change) =>
        new AlteredAnswer(answer => answer with { Body = Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(answer.Body.Span))) });

    /// <summary>Headers at once, then the body a few bytes at a time.</summary>
    public static Fault SlowDrip(TimeSpan perChunk, int chunkBytes = 16) => new DrippingBody(perChunk, chunkBytes);

    /// <summary>A page for people, such as a login wall or a gateway sends.</summary>
    public static Fault Html(int code = 200) => new ReplacedAnswer(_ => Refusals.SignInPage(code));

    /// <summary>A status and nothing else.</summary>
    public static Fault Empty(int code) => new ReplacedAnswer(_ => Answer.Empty(code));

    /// <summary>The normal answer, late. Waits in real time, and no longer than the client does.</summary>
    public static Fault Delay(TimeSpan wait) => new LateAnswer(wait);

    /// <summary>Sends the client somewhere else.</summary>
    public static Fault Redirect(string location, int code = 302) =>
        new ReplacedAnswer(_ => Answer.Empty(code).With("Location", location));

    /// <summary>The normal answer without its Link header.</summary>
    public static Fault NoLinkHeader() => new AlteredAnswer(answer =>
    {
        answer.Headers.Remove("Link");
        return answer;
    });

    /// <summary>
    /// As if rows had been inserted at the front of the list after its first page was read: later pages repeat rows of the
    /// page before. First pages are untouched. Only lists with page-number cursors shift.
    /// </summary>
    public static Fault ShiftPages(int rows = 1) => new ShiftedPages(rows);

    internal abstract Task ApplyAsync(FaultedExchange exchange);
}
