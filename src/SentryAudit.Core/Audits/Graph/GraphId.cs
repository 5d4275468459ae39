using System.Globalization;
using System.Text;

namespace SentryAudit.Audits.Graph;

/// <summary>Makes an id of letters, digits and underscores for a node. Different nodes get different ids.</summary>
internal static class GraphId
{
    public static string Of(GraphNode node)
    {
        var id = new StringBuilder(node.Label).Append('_');
        foreach (var character in node.Id)
        {
            _ = char.IsAsciiLetterOrDigit(character)
                ? id.Append(character)
                : id.Append(CultureInfo.InvariantCulture, $"_{(int)character:x4}");
        }

        return id.ToString();
    }
}
