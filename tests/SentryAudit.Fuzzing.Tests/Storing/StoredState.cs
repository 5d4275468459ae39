using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using SentryAudit.Inventory;

namespace SentryAudit.Fuzzing.Tests.Storing;

/// <summary>The lines of a stored state: its header, and those of each section.</summary>
internal sealed record StoredState(string Header, IReadOnlyList<IReadOnlyList<string>> Sections)
{
    /// <summary>Takes the file of a sync apart.</summary>
    public static StoredState Of(string path)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var header = text.ReadLine()!;
        var sections = JsonNode.Parse(header)!["sections"]!.AsArray()
            .Select(section => (int)section!["count"]! + (int)section["removedCount"]!)
            .ToArray();
        return new StoredState(header, [.. sections.Select(Take)]);

        string[] Take(int count) => [.. Enumerable.Range(0, count).Select(_ => text.ReadLine()!)];
    }

    /// <summary>The same state with one line changed; 0 is the header, whose lengths then are not made to fit.</summary>
    public byte[] ToFile(int line, string changed)
    {
        var next = 1;
        byte[][] sections = [.. Sections.Select(lines => Compress(lines.Select(text => next++ == line ? changed : text)))];
        var header = line == 0 ? changed : WithLengths(sections);
        return [.. Compress([header]), .. sections.SelectMany(bytes => bytes)];
    }

    public int Lines => 1 + Sections.Sum(lines => lines.Count);

    public string this[int line] => line == 0 ? Header : Sections.SelectMany(lines => lines).ElementAt(line - 1);

    /// <summary>All objects that a file holds.</summary>
    /// <exception cref="SentryException">It can't be read.</exception>
    public static IReadOnlyList<object> Read(string path)
    {
        var snapshot = InventorySnapshot.Open(path);
        snapshot.Verify(CancellationToken.None);
        return
        [
            .. snapshot.Read(InventoryKinds.Organization).Select(entry => entry.Entity),
            .. snapshot.Read(InventoryKinds.Member).Select(entry => entry.Entity),
            .. snapshot.Read(InventoryKinds.Team).Select(entry => entry.Entity),
            .. snapshot.Read(InventoryKinds.TeamMember).Select(entry => entry.Entity),
            .. snapshot.Read(InventoryKinds.Project).Select(entry => entry.Entity),
            .. snapshot.Read(InventoryKinds.Release).Select(entry => entry.Entity),
            .. snapshot.Read(InventoryKinds.AlertRule).Select(entry => entry.Entity),
            .. snapshot.Read(InventoryKinds.Monitor).Select(entry => entry.Entity),
            .. snapshot.Read(InventoryKinds.ProjectKey).Select(entry => entry.Entity),
            .. snapshot.Read(InventoryKinds.Repository).Select(entry => entry.Entity),
            .. snapshot.Read(InventoryKinds.Role).Select(entry => entry.Entity),
            .. snapshot.Read(InventoryKinds.Integration).Select(entry => entry.Entity),
        ];
    }

    private string WithLengths(byte[][] sections)
    {
        var header = JsonNode.Parse(Header)!;
        for (var index = 0; index < sections.Length; index++)
        {
            header["sections"]![index]!["length"] = sections[index].Length;
        }

        return header.ToJsonString();
    }

    private static byte[] Compress(IEnumerable<string> lines)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
        }

        return bytes.ToArray();
    }
}
