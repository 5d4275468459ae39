using System.Text.Json;

namespace SentryAudit.Http;

/// <summary>Reads text of answers.</summary>
internal static class WireText
{
    /// <summary>The text that the reader stands at; null when it is no Unicode, for example half of a pair of surrogates.</summary>
    public static string? Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
