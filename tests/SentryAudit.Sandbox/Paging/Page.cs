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

    public Answer Write(Exchange exchange, Action<Utf8JsonWriter, T> writeItem) =>
        Stamp(exchange, Answer.Json(json => WriteItems(json, writeItem)));

    /// <summary>The page as one property of an object, with others beside it.</summary>
    public Answer WriteAs(string name, Exchange exchange, Action<Utf8JsonWriter, T> writeItem, Action<Utf8JsonWriter> writeOthers) =>
        Stamp(exchange, Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName(name);
            WriteItems(json, writeItem);
            writeOthers(json);
            json.WriteEndObject();
        }));

    private void WriteItems(Utf8JsonWriter json, Action<Utf8JsonWriter, T> writeItem)
    {
        json.WriteStartArray();
        foreach (var item in Items)
        {
            writeItem(json, item);
        }

        json.WriteEndArray();
    }

    private Answer Stamp(Exchange exchange, Answer answer)
    {
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
