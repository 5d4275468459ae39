namespace SentryAudit.Audits.Graph;

/// <summary>A property of a kind of node.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Read">Gives the value for a node: a string, a bool, a long, or null if it is not known.</param>
internal sealed record GraphColumn(string Name, GraphValueType Type, Func<GraphNode, object?> Read)
{
    public static GraphColumn Text<T>(string name, Func<T, string?> read) => new(name, GraphValueType.Text, node => read((T)node.Entity!));

    public static GraphColumn Flag<T>(string name, Func<T, bool?> read) => new(name, GraphValueType.Flag, node => read((T)node.Entity!));

    public static GraphColumn Number<T>(string name, Func<T, long?> read) =>
        new(name, GraphValueType.Number, node => read((T)node.Entity!));
}
