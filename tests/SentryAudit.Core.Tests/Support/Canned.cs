using System.Text;
using SentryAudit.Http;

namespace SentryAudit.Core.Tests.Support;

/// <summary>One answer of <see cref="FakeTransport"/>: JSON, or a failure.</summary>
internal sealed record Canned(string? Json, int Status, string? ErrorBody = null)
{
    public static implicit operator Canned(string json) => new(json, 200);

    public static implicit operator Canned(int status) => new(null, status);

    public static Canned Fault(int status, string body) => new(null, status, body);

    public SentryApiException ToFault(SentryRequest request) =>
        AnswerFaults.From(request, new ErrorAnswer(Status, SentryErrorBody.Parse(Encoding.UTF8.GetBytes(ErrorBody ?? ""))));
}
