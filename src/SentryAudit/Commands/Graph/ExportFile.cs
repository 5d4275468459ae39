using SentryAudit.Audits.Graph;
using SentryAudit.Models;

namespace SentryAudit.Commands.Graph;

/// <summary>What an export writes: opened for the first organization, and put in its place when all have been read.</summary>
internal sealed class ExportFile(string place, SentryGraphFormat format, string? accountName) : IDisposable
{
    private GraphExport? _export;

    /// <summary>The path of the file or folder.</summary>
    public string Place => place;

    /// <summary>Whether it could not be written, which has been reported.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Adds the graph of an organization.</summary>
    /// <param name="count">Is called for every element.</param>
    /// <exception cref="SentryException">The organization could not be read whole, or the file could not be written.</exception>
    public async Task AddAsync(
        GraphReader reader,
        OrganizationHome organization,
        IReadOnlySet<GraphNodeKind> excluded,
        Action count,
        CancellationToken cancellationToken)
    {
        try
        {
            _export ??= new GraphExport(format, place, excluded, accountName);
            await foreach (var element in reader.ReadAsync(organization, cancellationToken))
            {
                count();
                _export.Write(element);
            }
        }
        catch (SentryException error) when (error.ErrorId == GraphExport.NotWrittenId)
        {
            IsBroken = true;
            throw;
        }
    }

    /// <summary>Puts what was written in its place.</summary>
    /// <param name="isIncomplete">Whether something could not be read.</param>
    /// <param name="force">Whether a read-only file is replaced.</param>
    /// <returns>The paths of the files.</returns>
    /// <exception cref="SentryException">It is not complete, or could not be written.</exception>
    public IReadOnlyList<string> Complete(bool isIncomplete, bool force)
    {
        if (isIncomplete || _export is null)
        {
            throw ExportPlace.NotComplete(place, isIncomplete);
        }

        ExportPlace.Clear(place, force);
        return _export.Complete();
    }

    public void Dispose() => _export?.Dispose();
}
