using System.Globalization;
using System.Text.Json;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.Paging;

/// <summary>
/// A page of a listing and the cursors to its neighbours. Both cursors exist always; the flags say whether they lead anywhere.
/// </summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, Cursor Previous, bool HasPrevious, Cursor Next, bool HasNext)
{
    /// <summary>Rows altogether, for the few endpoints that count.</summary>
    public int? Hits { get; init; }

    public Answer Write(Exchange exchange, Action<Utf8JsonWriter, T> writeItem)
    {
        var answer = Answer.Json(json =>
        {
            json.WriteStartArray();
            foreach (var item in Items)
            {
                writeItem(json, item);
            }

            json.WriteEndArray();
        });
        if (Hits is { } hits)
        {
            answer.With("X-Hits", hits.ToString(CultureInfo.InvariantCulture));
        }

        var address = exchange.AddressWithoutCursor();
        return answer.With("Link", $"{Link(address, "previous", HasPrevious, Previous)}, {Link(address, "next", HasNext, Next)}");
    }

    private static string Link(string address, string relation, bool results, Cursor cursor) =>
        $"<{address}&cursor={cursor}>; rel=\"{relation}\"; results=\"{(results ? "true" : "false")}\"; cursor=\"{cursor}\"";
}
