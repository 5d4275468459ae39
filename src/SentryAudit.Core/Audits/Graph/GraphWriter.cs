namespace SentryAudit.Audits.Graph;

/// <summary>Writes a graph in one format, element by element. Nodes come before their edges.</summary>
internal abstract class GraphWriter : IDisposable
{
    public void Write(GraphElement element)
    {
        if (element is GraphNode node)
        {
            WriteNode(node);
        }
        else
        {
            WriteEdge((GraphEdge)element);
        }
    }

    /// <summary>Writes the end of the file, after the last element.</summary>
    public abstract void Complete();

    public virtual void Dispose()
    {
    }

    protected abstract void WriteNode(GraphNode node);

    protected abstract void WriteEdge(GraphEdge edge);
}
