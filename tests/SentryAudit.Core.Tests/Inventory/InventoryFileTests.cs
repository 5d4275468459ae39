using System.IO.Compression;
using SentryAudit.Inventory;

namespace SentryAudit.Core.Tests.Inventory;

public sealed class InventoryFileTests : IDisposable
{
    private static readonly DateTimeOffset Then = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("inventory").FullName;

    private string FilePath => Path.Combine(_folder, "current.jsonl.gz");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_written_is_read()
    {
        Write();
        var snapshot = InventorySnapshot.Open(FilePath);

        Assert.Equal("acme", snapshot.Header.OrganizationSlug);
        Assert.Equal(["Team", "ProjectKey"], snapshot.Header.Sections.Select(section => section.Type));
        Assert.Equal((2, 1), (snapshot.Find(InventoryKinds.Team)!.Count, snapshot.Find(InventoryKinds.Team)!.RemovedCount));
        Assert.Equal(["web", "api\n\u001b[31m", "old"], snapshot.Read(InventoryKinds.Team).Select(entry => entry.Entity.Slug));
        Assert.Equal([null, null, Then], snapshot.Read(InventoryKinds.Team).Select(entry => entry.RemovedAt));
        Assert.All(snapshot.Read(InventoryKinds.Team), entry => Assert.Equal(Then.AddDays(-1), entry.Entity.FirstSeen));
        Assert.Equal(TimeSpan.FromSeconds(60), snapshot.Read(InventoryKinds.ProjectKey).Single().Entity.RateLimitWindow);
        Assert.Empty(snapshot.Read(InventoryKinds.Release));
    }

    [Fact]
    public void It_is_plain_gzip_with_one_JSON_object_a_line()
    {
        Write();
        using var text = new StreamReader(new GZipStream(File.OpenRead(FilePath), CompressionMode.Decompress));
        var lines = text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("{\"", line, StringComparison.Ordinal));
    }

    [Fact]
    public void It_never_holds_a_DSN()
    {
        Write();
        using var text = new StreamReader(new GZipStream(File.OpenRead(FilePath), CompressionMode.Decompress));
        Assert.DoesNotContain("secret", text.ReadToEnd(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_section_can_be_taken_over_as_it_stands()
    {
        Write();
        var earlier = InventorySnapshot.Open(FilePath);
        var next = Path.Combine(_folder, "next.jsonl.gz");
        using (var writer = new InventoryWriter(next))
        {
            writer.Keep(InventoryKinds.Team, earlier);
            writer.Complete(Header());
        }

        Assert.Equal(earlier.Find(InventoryKinds.Team), InventorySnapshot.Open(next).Find(InventoryKinds.Team));
        Assert.Equal(3, InventorySnapshot.Open(next).Read(InventoryKinds.Team).Count());
    }

    [Fact]
    public void Nothing_but_the_finished_file_is_left()
    {
        Write();
        Assert.Equal([FilePath], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Only_its_owner_can_read_it()
    {
        Write();
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
        }
    }

    [Fact]
    public void A_file_cut_anywhere_is_reported_as_damaged()
    {
        Write();
        var whole = File.ReadAllBytes(FilePath);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(FilePath, whole[..length]);
            var fault = Assert.Throws<SentryException>(() => InventorySnapshot.Open(FilePath));
            Assert.Equal("InventoryDamaged", fault.ErrorId);
            Assert.Contains(FilePath, fault.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("hello", "InventoryDamaged")]
    [InlineData("{}", "InventoryDamaged")]
    [InlineData(SyncFolder.ForeignHeader, "InventoryForeign")]
    [InlineData(SyncFolder.NewerHeader, "InventoryNewer")]
    [InlineData("""{"format":"SentryAudit.Inventory","schemaVersion":3,"sections":{"Member":1}}""", "InventoryNewer")]
    public void A_foreign_file_is_recognised_by_its_header(string header, string errorId)
    {
        using (var gzip = new StreamWriter(new GZipStream(File.Create(FilePath), CompressionLevel.Fastest)))
        {
            gzip.WriteLine(header);
        }

        Assert.Equal(errorId, Assert.Throws<SentryException>(() => InventorySnapshot.Open(FilePath)).ErrorId);
    }

    [Fact]
    public void A_missing_file_is_reported() =>
        Assert.Equal("InventoryNotFound", Assert.Throws<SentryException>(() => InventorySnapshot.Open(FilePath)).ErrorId);

    private void Write()
    {
        using var writer = new InventoryWriter(FilePath);
        writer.Write(
            InventoryKinds.ProjectKey,
            [
                Entry(
                    new SentryProjectKey
                    {
                        Id = "ff",
                        RateLimitWindow = TimeSpan.FromMinutes(1),
                        OrganizationSlug = "acme",
                        LastUpdated = Then,
                    }
                ),
            ],
            Section("ProjectKey"));
        writer.Write(
            InventoryKinds.Team,
            [Entry(Team("1", "web")), Entry(Team("2", "api\n\u001b[31m")), Entry(Team("3", "old")) with { RemovedAt = Then }],
            Section("Team"));
        writer.Complete(Header());
    }

    private static InventoryEntry<T> Entry<T>(T entity)
        where T : class => new() { Entity = entity, FirstSeen = Then.AddDays(-1) };

    private static SentryTeam Team(string id, string slug) => new() { Id = id, Slug = slug, OrganizationSlug = "acme", LastUpdated = Then };

    private static InventorySection Section(string type) =>
        new()
        {
            Type = type,
            ReadAt = Then,
            IsComplete = true,
            Count = 0,
            RemovedCount = 0,
            Length = 0,
        };

    private static InventoryHeader Header() => new()
    {
        Format = InventoryHeader.FormatName,
        SchemaVersion = InventoryHeader.CurrentSchemaVersion,
        ModuleVersion = "1.0.0",
        Host = new Uri("https://sentry.io/"),
        OrganizationId = "2",
        OrganizationSlug = "acme",
        StartedAt = Then,
        EndedAt = Then.AddMinutes(1),
        Sections = [],
    };
}
