using System.Text;
using SentryAudit.Input;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>What may be piped into what, as the topic about pipelines prints it.</summary>
internal static class JoinTable
{
    private const int Width = 79;

    public static string Text { get; } = Render();

    private static string Render()
    {
        var text = new StringBuilder();
        foreach (var kind in Joins.Own.GroupBy(join => join.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            text.Append("    ").Append(kind.Key).Append('\n');
            foreach (var join in kind)
            {
                text.Append("      ").Append(Meaning(join)).Append('\n');
                Wrap(text, join.Cmdlets);
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Meaning(Join join) =>
        $"-{join.Parameter} by {string.Join(" or ", join.Properties)}"
        + (join.Beside is { } beside ? $" with -{beside.Parameter} by {beside.Property}" : "")
        + (join.When is { } condition ? $", if {condition.Property} is {string.Join(" or ", condition.Values)}" : "");

    private static void Wrap(StringBuilder text, IReadOnlyList<string> names)
    {
        var line = "         ";
        for (var i = 0; i < names.Count; i++)
        {
            var name = i < names.Count - 1 ? $" {names[i]}," : $" {names[i]}";
            if (line.Length + name.Length > Width)
            {
                text.Append(line).Append('\n');
                line = "         ";
            }

            line += name;
        }

        text.Append(line).Append('\n');
    }
}
