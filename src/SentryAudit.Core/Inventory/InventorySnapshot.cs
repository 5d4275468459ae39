using System.IO.Compression;
using System.Text.Json;
using SentryAudit.Api.Stats;

namespace SentryAudit.Inventory;

/// <summary>
/// One sync as its file holds it: a header and a section a kind of object. Every part is gzip on its own, so the file is
/// plain gzip-compressed JSON Lines to any other tool, while one section can be read here without the others.
/// </summary>
internal sealed class InventorySnapshot : IInventoryState
{
    private readonly long _sectionsStart;

    private InventorySnapshot(string path, InventoryHeader header, long length)
    {
        (Path, Header) = (path, header);

        // The length of the header itself is told nowhere; what follows it reaches to the end of the file.
        _sectionsStart = length - header.Sections.Sum(section => section.Length);
    }

    public string Path { get; }

    public InventoryHeader Header { get; }

    /// <summary>Reads the header only.</summary>
    /// <exception cref="SentryException">The file can't be read, is truncated, is no inventory, or was written by a newer version.</exception>
    public static InventorySnapshot Open(string path) => InventoryFault.Guard(path, () =>
    {
        using var file = OpenFile(path);
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var line = text.ReadLine() ?? "";

            // Of a newer version's header nothing else need be as it is here; taken for damaged, the file would be replaced.
            if (
                JsonSerializer.Deserialize(line, InventoryJson.Default.InventoryStamp) is
                { Format: InventoryHeader.FormatName, SchemaVersion: > InventoryHeader.CurrentSchemaVersion } newer)
            {
                throw InventoryFault.Newer(path, newer.ModuleVersion);
            }

        var header = JsonSerializer.Deserialize(line, InventoryJson.Default.InventoryHeader);
        if (header?.Format != InventoryHeader.FormatName)
        {
            throw InventoryFault.Foreign(path);
        }

        var snapshot = new InventorySnapshot(path, header, file.Length);
        return snapshot.StartsWhereItShould(file) ? snapshot : throw InventoryFault.Damaged(path, inner: null);
    });

    /// <summary>What is known about a kind of object; null when no sync ever read it.</summary>
    public InventorySection? Find(InventoryKind kind) => Header.Sections.FirstOrDefault(section => section.Type == kind.ToString());

    /// <summary>Everything remembered of a kind, in the order Sentry listed it, what is gone at the end; nothing when it was never read.</summary>
    /// <exception cref="SentryException">The section is damaged.</exception>
    public IEnumerable<InventoryEntry<T>> Read<T>(InventoryKind<T> kind)
        where T : class
    {
        if (Find(kind) is not { } section)
        {
            yield break;
        }

        var count = 0;
        using var lines = new JsonLines(InventoryFault.Guard(Path, () => new GZipStream(OpenSection(section), CompressionMode.Decompress)));
        while (
            InventoryFault.Guard(Path, () => lines.TryRead(out var line) ? JsonSerializer.Deserialize(line, kind.Json) : null) is { } entry)
        {
            count++;
            kind.SetFirstSeen(entry.Entity, entry.FirstSeen);
            yield return entry;
        }

        if (count != section.Count + section.RemovedCount)
        {
            throw InventoryFault.Damaged(Path, inner: null);
        }
    }

    /// <summary>Reads every section through, so that damage anywhere in the file is found.</summary>
    /// <exception cref="SentryException">A section is damaged.</exception>
    public void Verify(CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        foreach (var section in Header.Sections)
        {
            var lines = InventoryFault.Guard(Path, () =>
            {
                using var text = new GZipStream(OpenSection(section), CompressionMode.Decompress);
                var count = 0;
                for (var length = text.Read(buffer); length > 0; length = text.Read(buffer))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    count += buffer.AsSpan(0, length).Count((byte)'\n');
                }

                return count;
            });
            if (lines != section.Count + section.RemovedCount)
            {
                throw InventoryFault.Damaged(Path, inner: null);
            }
        }
    }

    /// <summary>A section's bytes as they stand.</summary>
    public Stream OpenSection(InventorySection section)
    {
        var start = _sectionsStart + Header.Sections.TakeWhile(other => other != section).Sum(other => other.Length);
        return new FileSlice(OpenFile(Path), start, section.Length);
    }

    // A file that lost its end would have every section somewhere else.
    private bool StartsWhereItShould(FileStream file)
    {
        // A section of nothing has no bytes.
        if (Header.Sections.All(section => section.Length == 0))
        {
            return true;
        }

        if (_sectionsStart <= 0)
        {
            return false;
        }

        file.Position = _sectionsStart;
        return file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
    }

    private static FileStream OpenFile(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1 << 16);
}
