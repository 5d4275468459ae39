using System.Text;
using SentryAudit.Common.Files;

namespace SentryAudit.Audits.Graph;

/// <summary>
/// A file, or a folder of files, that is written under another name and gets its own name only when it is complete. Only its owner can
/// read it: it shows who has access to what.
/// </summary>
internal sealed class PendingExport : IDisposable
{
    private const string Suffix = ".unfinished";

    // UTF-8 can't contain half of a surrogate pair; it becomes U+FFFD.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly List<Stream> _streams = [];
    private readonly List<TextWriter> _writers = [];
    private readonly string _path;
    private readonly bool _isFolder;
    private readonly string _unfinished;

    public PendingExport(string path, bool isFolder)
    {
        _path = Path.TrimEndingDirectorySeparator(path);
        _isFolder = isFolder;
        _unfinished = $"{_path}.{Guid.NewGuid().ToString("N")[..8]}{Suffix}";
        if (isFolder)
        {
            OwnerOnly.CreateFolder(_unfinished);
        }
    }

    /// <summary>The files, once complete.</summary>
    public IReadOnlyList<string> Files { get; private set; } = [];

    /// <summary>Opens the file, or a file of the folder.</summary>
    public TextWriter OpenText(string? name = null)
    {
        var path = _isFolder ? Path.Combine(_unfinished, name!) : _unfinished;
        var stream = OwnerOnly.Create(path);
        _streams.Add(stream);
        var writer = new StreamWriter(stream, Utf8, bufferSize: 1 << 14, leaveOpen: true) { NewLine = "\n" };
        _writers.Add(writer);
        return writer;
    }

    /// <summary>Opens a file that is deleted with this object.</summary>
    public Stream OpenScratch()
    {
        var stream = OwnerOnly.CreateScratch($"{_unfinished}.part");
        _streams.Add(stream);
        return stream;
    }

    /// <summary>Gives the file or folder its own name, in place of a previous one.</summary>
    public void Complete()
    {
        _writers.ForEach(writer => writer.Dispose());
        foreach (var stream in _streams)
        {
            (stream as FileStream)!.Flush(flushToDisk: true);
            stream.Dispose();
        }

        if (!_isFolder)
        {
            File.Move(_unfinished, _path, overwrite: true);
            Files = [_path];
            return;
        }

        ReplaceFolder();
        Files = [.. Directory.GetFiles(_path).Order(StringComparer.Ordinal)];
    }

    public void Dispose()
    {
        foreach (var stream in _streams)
        {
            Quietly(stream.Dispose);
        }

        Quietly(() => File.Delete(_unfinished));
        if (_isFolder && Directory.Exists(_unfinished))
        {
            Quietly(() => Directory.Delete(_unfinished, recursive: true));
        }
    }

    private void ReplaceFolder()
    {
        if (!Directory.Exists(_path))
        {
            Directory.Move(_unfinished, _path);
            return;
        }

        var earlier = $"{_unfinished}.earlier";
        Directory.Move(_path, earlier);
        try
        {
            Directory.Move(_unfinished, _path);
        }
        catch (IOException)
        {
            Directory.Move(earlier, _path);
            throw;
        }

        Directory.Delete(earlier, recursive: true);
    }

    // The first failure was reported already; it must not be hidden by a second one here, for example of a full disk.
    private static void Quietly(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
        }
    }
}
