using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SentryAudit.Http;

namespace SentryAudit.Fuzzing.Tests.Recording;

/// <summary>What the sandbox answered to a request, or what was made of that.</summary>
internal sealed record RecordedAnswer(int Status, byte[] Body, LinkHeader? Link)
{
    private static readonly DateTimeOffset At = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Reads it as the transport does.</summary>
    public async Task<SentryResponse<T>> ReadAsync<T>(SentryRequest request, JsonTypeInfo<T> type)
    {
        if (Status is < 200 or >= 300)
        {
            throw AnswerFaults.From(request, new ErrorAnswer(Status, SentryErrorBody.Parse(Body)));
        }

        try
        {
            var value = Body.Length == 0 ? default : await Pieces.ReadAsync(Body, type);
            return new SentryResponse<T>(Status, value, Link, At);
        }
        catch (JsonException fault)
        {
            throw SentryFaults.Unreadable(request, Status, isHtml: false, fault);
        }
    }
}
