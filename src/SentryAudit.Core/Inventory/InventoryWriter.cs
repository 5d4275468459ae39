using System.IO.Compression;
using System.Text.Json;
using SentryAudit.Common.Files;

namespace SentryAudit.Inventory;

/// <summary>
/// Writes one inventory file. The sections are first written to files of their own, in any order. To complete the file, the header and the
/// sections are joined and written to disk, and only then the file gets its name, so nobody can read a part of it.
/// </summary>
internal sealed class InventoryWriter(string path) : IDisposable
{
    public const string UnfinishedSuffix = ".unfinished";

    private readonly Dictionary<InventoryKind, InventorySection> _sections = [];

    /// <summary>Writes the section of a kind. Several kinds may be written at the same time, each by one caller.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="entries">Its entries.</param>
    /// <param name="section">The facts about the section, without its counts and length.</param>
    public void Write<T>(InventoryKind<T> kind, IEnumerable<InventoryEntry<T>> entries, InventorySection section)
        where T : class => InventoryFaults.Guard(path, () =>
    {
        var (count, removed) = (0, 0);
        using var part = OwnerOnly.Create(PartPath(kind));
        using (var gzip = new GZipStream(part, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                JsonSerializer.Serialize(gzip, entry, kind.Json);
                gzip.WriteByte((byte)'\n');
                (count, removed) = entry.RemovedAt is null ? (count + 1, removed) : (count, removed + 1);
            }
        }

        return Note(kind, section with { Count = count, RemovedCount = removed, Length = part.Length });
    });

    /// <summary>Takes over the section of a kind that this sync does not read.</summary>
    public void Keep(InventoryKind kind, InventorySnapshot earlier)
    {
        if (earlier.Find(kind) is not { } section)
        {
            return;
        }

        InventoryFaults.Guard(path, () =>
        {
            using var part = OwnerOnly.Create(PartPath(kind));
            using var bytes = earlier.OpenSection(section);
            bytes.CopyTo(part);
            return Note(kind, section);
        });
    }

    /// <summary>Joins header and sections, and gives the file its name.</summary>
    /// <param name="header">The header, without the sections.</param>
    public void Complete(InventoryHeader header) => InventoryFaults.Guard(path, () =>
    {
        InventoryKind[] kinds = [.. InventoryKinds.All.Where(_sections.ContainsKey)];
        using (var file = OwnerOnly.Create(path + UnfinishedSuffix))
        {
            using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
            {
                var complete = header with { Sections = [.. kinds.Select(kind => _sections[kind])] };
                JsonSerializer.Serialize(gzip, complete, InventoryJson.Default.InventoryHeader);
                gzip.WriteByte((byte)'\n');
            }

            foreach (var kind in kinds)
            {
                using var part = File.OpenRead(PartPath(kind));
                part.CopyTo(file);
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(path + UnfinishedSuffix, path, overwrite: true);
        return true;
    });

    /// <summary>Deletes the temporary files.</summary>
    public void Dispose()
    {
        foreach (var kind in InventoryKinds.All)
        {
            File.Delete(PartPath(kind));
        }

        File.Delete(path + UnfinishedSuffix);
    }

    private bool Note(InventoryKind kind, InventorySection section)
    {
        lock (_sections)
        {
            _sections[kind] = section;
        }

        return true;
    }

    private string PartPath(InventoryKind kind) => $"{path}.{kind}{UnfinishedSuffix}";
}
