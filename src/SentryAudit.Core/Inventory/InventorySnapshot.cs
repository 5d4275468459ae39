using System.IO.Compression;
using System.Text.Json;
using SentryAudit.Api.Stats;

namespace SentryAudit.Inventory;

/// <summary>
/// A sync in its file: a header, and a section for each kind of object. Each part is compressed with gzip on its own, so other tools can
/// read the whole file as JSON Lines compressed with gzip, while one section can be read here without the others.
/// </summary>
internal sealed class InventorySnapshot : IInventoryState
{
    private readonly long _sectionsStart;

    private InventorySnapshot(string path, InventoryHeader header, long length)
    {
        (Path, Header) = (path, header);

        // The header does not contain its own length, but the sections after it reach to the end of the file.
        _sectionsStart = length - header.Sections.Sum(section => section.Length);
    }

    public string Path { get; }

    public InventoryHeader Header { get; }

    /// <summary>Reads the header only.</summary>
    /// <exception cref="SentryException">
    /// The file can't be read, is truncated, is not an inventory, or was written by a newer version.
    /// </exception>
    public static InventorySnapshot Open(string path) => InventoryFaults.Guard(path, () =>
    {
        using var file = OpenFile(path);
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var line = text.ReadLine() ?? "";
        RefuseNewer(path, line);
        var header = InventoryReading.HeaderOf(line);
        if (header?.Format != InventoryHeader.FormatName)
        {
            throw InventoryFaults.Foreign(path);
        }

        var snapshot = new InventorySnapshot(path, header, file.Length);
        return snapshot.HasSectionsWhereExpected(file) ? snapshot : throw InventoryFaults.Damaged(path, inner: null);
    });

    /// <summary>The facts about a kind of object; null if no sync ever read it.</summary>
    public InventorySection? Find(InventoryKind kind) => Header.Sections.FirstOrDefault(section => section.Type == kind.ToString());

    /// <summary>
    /// All entries of a kind, in the order in which Sentry listed them, those that no longer exist at the end; none if the kind was never
    /// read.
    /// </summary>
    /// <exception cref="SentryException">The section is damaged.</exception>
    public IEnumerable<InventoryEntry<T>> Read<T>(InventoryKind<T> kind)
        where T : class
    {
        if (Find(kind) is not { } section)
        {
            yield break;
        }

        var count = 0;
        var text = InventoryFaults.Guard(Path, () => new GZipStream(OpenSection(section), CompressionMode.Decompress));
        using var lines = new JsonLines(text);
        var json = kind.Json.Strict();
        InventoryEntry<T>? ReadEntry() => lines.TryRead(out var line) ? InventoryReading.EntryOf(line, json) : null;
        while (InventoryFaults.Guard(Path, ReadEntry) is { } entry)
        {
            count++;
            kind.SetFirstSeen(entry.Entity, entry.FirstSeen);
            yield return entry;
        }

        if (count != section.Count + section.RemovedCount)
        {
            throw InventoryFaults.Damaged(Path, inner: null);
        }
    }

    /// <summary>Reads all sections, so that any damage of the file is found.</summary>
    /// <exception cref="SentryException">A section is damaged.</exception>
    public void Verify(CancellationToken cancellationToken)
    {
        var buffer = new byte[1 << 16];
        foreach (var section in Header.Sections)
        {
            var lines = InventoryFaults.Guard(Path, () =>
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
                throw InventoryFaults.Damaged(Path, inner: null);
            }
        }
    }

    /// <summary>The bytes of a section as they are in the file.</summary>
    public Stream OpenSection(InventorySection section)
    {
        var start = _sectionsStart + Header.Sections.TakeWhile(other => other != section).Sum(other => other.Length);
        return new FileSlice(OpenFile(Path), start, section.Length);
    }

    // Other properties of a newer header may have changed. If such a file were taken for damaged, the next sync would replace it.
    private static void RefuseNewer(string path, string line)
    {
        var stamp = JsonSerializer.Deserialize(line, InventoryJson.Default.InventoryStamp);
        if (stamp is { Format: InventoryHeader.FormatName, SchemaVersion: > InventoryHeader.CurrentSchemaVersion })
        {
            throw InventoryFaults.Newer(path, stamp.ModuleVersion);
        }
    }

    // If the end of the file is missing, the calculated start of the sections is wrong, and there is no gzip header.
    private bool HasSectionsWhereExpected(FileStream file)
    {
        // Without sections there is nothing to check.
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
