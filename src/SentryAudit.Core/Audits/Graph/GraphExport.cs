namespace SentryAudit.Audits.Graph;

/// <summary>Writes a graph to a file, or to a folder of files: completely or not at all.</summary>
internal sealed class GraphExport : IDisposable
{
    public const string NotWrittenId = "SentryExportNotWritten";

    private readonly string _path;
    private readonly PendingExport _pending;
    private readonly GraphWriter _writer;

    /// <exception cref="SentryException">The file or folder can't be written.</exception>
    public GraphExport(SentryGraphFormat format, string path, IReadOnlySet<GraphNodeKind> excluded, string? accountName)
    {
        _path = path;
        _pending = Guard(() => new PendingExport(path, IsFolder(format)));
        try
        {
            _writer = Guard(() => Open(format, excluded, accountName));
        }
        catch (SentryException)
        {
            _pending.Dispose();
            throw;
        }
    }

    public static bool IsFolder(SentryGraphFormat format) => format is SentryGraphFormat.Neo4jCsv;

    public void Write(GraphElement element) => Guard(() =>
    {
        _writer.Write(element);
        return true;
    });

    /// <summary>Gives the file or folder its name, in place of a previous one.</summary>
    /// <returns>The paths of the files.</returns>
    public IReadOnlyList<string> Complete() => Guard(() =>
    {
        _writer.Complete();
        _pending.Complete();
        return _pending.Files;
    });

    public void Dispose() => _pending.Dispose();

    /// <summary>The error for a file or folder that was not written.</summary>
    public static SentryException NotWritten(
        string path,
        string reason,
        SentryErrorCategory category,
        string? remedy = null,
        Exception? inner = null) =>
        new(
            NotWrittenId,
            category,
            $"{path} was not written: {reason.TrimEnd('.')}.",
            remedy
                ?? "Check that the folder exists, that you are allowed to write there, and that the disk has free space. "
                    + "What was there before is unchanged.",
            inner);

    private GraphWriter Open(SentryGraphFormat format, IReadOnlySet<GraphNodeKind> excluded, string? accountName) => format switch
    {
        SentryGraphFormat.Cypher => new CypherWriter(_pending.OpenText()),
        SentryGraphFormat.Neo4jCsv => new Neo4jCsvWriter(excluded, _pending.OpenText),
        SentryGraphFormat.GraphML => new GraphMLWriter(_pending.OpenText()),
        SentryGraphFormat.JupiterOne => new JupiterOneWriter(_pending.OpenText(), _pending.OpenScratch(), accountName),
        SentryGraphFormat.Mermaid => new MermaidWriter(_pending.OpenText()),
        SentryGraphFormat.Dot => new DotWriter(_pending.OpenText()),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
    };

    private T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (IOException error)
        {
            throw NotWritten(_path, error.Message, SentryErrorCategory.WriteError, inner: error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw NotWritten(_path, error.Message, SentryErrorCategory.PermissionDenied, inner: error);
        }
    }
}
