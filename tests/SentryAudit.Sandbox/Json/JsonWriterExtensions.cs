using System.Globalization;
using System.Text.Json;

namespace SentryAudit.Sandbox.Json;

/// <summary>What every Sentry object is made of.</summary>
internal static class JsonWriterExtensions
{
    /// <summary>UTC with six fractional digits; Python leaves them out when they are all zero.</summary>
    public static string ToSentry(this DateTimeOffset date) => date.ToUniversalTime().ToString(
        date.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'",
        CultureInfo.InvariantCulture);

    public static void Date(this Utf8JsonWriter json, string name, DateTimeOffset? date) => json.WriteString(name, date?.ToSentry());

    public static void Number(this Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void Flags(this Utf8JsonWriter json, bool value, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            json.WriteBoolean(name, value);
        }
    }

    public static void Strings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    public static void Raw(this Utf8JsonWriter json, string name, string rawJson)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(rawJson);
    }

    public static void Items<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    /// <summary>The initials Sentry shows when nobody uploaded a picture.</summary>
    public static void LetterAvatar(this Utf8JsonWriter json)
    {
        json.WriteStartObject("avatar");
        json.WriteString("avatarType", "letter_avatar");
        json.WriteNull("avatarUuid");
        json.WriteNull("avatarUrl");
        json.WriteEndObject();
    }
}
