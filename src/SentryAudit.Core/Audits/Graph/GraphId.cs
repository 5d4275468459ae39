using System.Globalization;
using System.Text;

namespace SentryAudit.Audits.Graph;

/// <summary>A node's id where only letters, digits and underscores are safe. Different nodes have different ids.</summary>
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
