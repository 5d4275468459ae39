namespace SentryAudit.Core.Tests.References;

public sealed class InventoryReferenceTests
{
    [Theory]
    [InlineData("Live")]
    [InlineData(" live ")]
    public void Live_is_Sentry_itself(string text)
    {
        var reference = new InventoryReference(text);
        Assert.True(reference.IsLive);
        Assert.Equal((null, null, null), (reference.AsOf, reference.Ago, reference.Path));
        Assert.Equal(text.Trim(), reference.ToString());
    }

    [Theory]
    [InlineData("90m", 1.5)]
    [InlineData("12h", 12)]
    [InlineData("7d", 168)]
    [InlineData("2W", 336)]
    public void A_number_and_a_unit_is_that_long_ago(string text, double hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), new InventoryReference(text).Ago);

    [Theory]
    [InlineData("2026-09-01T06:00:00Z", 6)]
    [InlineData("2026-09-01T06:00:00+02:00", 4)]
    public void A_time_with_an_offset_is_that_time(string text, int hour) =>
        Assert.Equal(new DateTimeOffset(2026, 9, 1, hour, 0, 0, TimeSpan.Zero), new InventoryReference(text).AsOf);

    [Fact]
    public void A_date_is_its_local_midnight() =>
        Assert.Equal(new DateTimeOffset(new DateTime(2026, 9, 1, 0, 0, 0, DateTimeKind.Local)), new InventoryReference("2026-09-01").AsOf);

    [Theory]
    [InlineData("inventories")]
    [InlineData("./2026-09-01")]
    [InlineData("/var/lib/2d/current.jsonl.gz")]
    [InlineData("20260901T060000000Z.jsonl.gz")]
    [InlineData("2nd")]
    [InlineData("d")]
    public void Anything_else_is_a_path(string text)
    {
        var reference = new InventoryReference(text);
        Assert.Equal((text, null, null, false), (reference.Path, reference.AsOf, reference.Ago, reference.IsLive));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("0d")]
    [InlineData("99999999999d")]
    public void Nothing_and_no_length_of_time_are_refused(string text) =>
        Assert.Throws<ArgumentException>(() => new InventoryReference(text));

    [Fact]
    public void A_time_object_is_that_time()
    {
        var time = new DateTimeOffset(2026, 9, 1, 6, 0, 0, TimeSpan.Zero);
        Assert.Equal(time, new InventoryReference(time).AsOf);
        Assert.Equal(time, new InventoryReference(time.UtcDateTime).AsOf);
        Assert.Equal(time, new InventoryReference(time.LocalDateTime).AsOf);
    }

    [Fact]
    public void A_sync_is_its_file()
    {
        var reference = new InventoryReference(
            new SentryInventory
            {
                OrganizationSlug = "acme",
                Host = new Uri("https://sentry.io"),
                StartedAt = DateTimeOffset.UnixEpoch,
                Path = "2026-09-01",
            }
        );
        Assert.Equal(("2026-09-01", null), (reference.Path, reference.AsOf));
        Assert.Equal("acme 1970-01-01T00:00:00Z", reference.ToString());
    }

    [Fact]
    public void A_file_object_is_a_path_whatever_its_name() =>
        Assert.Equal(Path.GetFullPath("2026-09-01"), new InventoryReference(new FileInfo("2026-09-01")).Path);

    [Fact]
    public void Only_a_path_depends_on_the_location()
    {
        var located = new InventoryReference("store").Locate(path => "/here/" + path);
        Assert.Equal(("/here/store", "store"), (located.Path, located.ToString()));
        Assert.Equal(
            TimeSpan.FromDays(7),
            new InventoryReference("7d").Locate(_ => throw new InvalidOperationException("Not a path.")).Ago);
    }
}
