using System.IO.Compression;
using System.Text.Json;
using SentryAudit.Common.Files;

namespace SentryAudit.Inventory;

/// <summary>
/// Writes one inventory file. Sections are written beside it as they come, in whatever order; completing puts the header
/// before them, makes sure that all is on disk, and only then gives the file its name. Until then nothing of it exists for a reader.
/// </summary>
internal sealed class InventoryWriter(string path) : IDisposable
{
    public const string UnfinishedSuffix = ".unfinished";

    private readonly Dictionary<InventoryKind, InventorySection> _sections = [];

    /// <summary>Writes the section of a kind. Several kinds may be written at once, each by one caller.</summary>
    /// <param name="describe">The facts of the section besides its counts and length.</param>
    public void Write<T>(InventoryKind<T> kind, IEnumerable<InventoryEntry<T>> entries, InventorySection describe)
        where T : class => InventoryFault.Guard(path, () =>
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

        return Note(kind, describe with { Count = count, RemovedCount = removed, Length = part.Length });
    });

    /// <summary>Takes over the section of a kind that this sync did not read.</summary>
    public void Keep(InventoryKind kind, InventorySnapshot earlier)
    {
        if (earlier.Find(kind) is not { } section)
        {
            return;
        }

        InventoryFault.Guard(path, () =>
        {
            using var part = OwnerOnly.Create(PartPath(kind));
            using var bytes = earlier.OpenSection(section);
            bytes.CopyTo(part);
            return Note(kind, section);
        });
    }

    /// <summary>Makes the file.</summary>
    /// <param name="header">Its header; the sections are filled in.</param>
    public void Complete(InventoryHeader header) => InventoryFault.Guard(path, () =>
        {
            InventoryKind[] kinds = [.. InventoryKinds.All.Where(_sections.ContainsKey)];
            using (var file = OwnerOnly.Create(path + UnfinishedSuffix))
            {
                using (var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
                {
                    JsonSerializer.Serialize(
                        gzip,
                        header with
                        {
                            Sections = [.. kinds.Select(kind => _sections[kind])],
                        },
                        InventoryJson.Default.InventoryHeader);
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

    /// <summary>Removes what is left beside the file.</summary>
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
