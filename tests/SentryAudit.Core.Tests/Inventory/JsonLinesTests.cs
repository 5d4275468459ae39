using System.Text;
using SentryAudit.Inventory;

namespace SentryAudit.Core.Tests.Inventory;

public sealed class JsonLinesTests
{
    // Lines shorter than the buffer, as long, longer, and much longer; the longest last and first.
    private static readonly int[] Lengths = [0, 1, 65_535, 65_536, 65_537, 300_000];

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(int.MaxValue)]
    public void Lines_of_any_length_are_read_however_the_bytes_come(int most)
    {
        foreach (var lengths in new[] { Lengths, [.. Lengths.Reverse()] })
        {
            var lines = lengths.Select((length, number) => new string((char)('a' + number), length)).ToArray();
            Assert.Equal(lines, Read(string.Concat(lines.Select(line => line + "\n")), most));
        }
    }

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("{}", new[] { "{}" })]
    [InlineData("{}\n", new[] { "{}" })]
    [InlineData("{}\n\n{1}", new[] { "{}", "", "{1}" })]
    public void The_last_line_may_have_no_end_and_empty_lines_count(string text, string[] lines) =>
        Assert.Equal(lines, Read(text, int.MaxValue));

    private static List<string> Read(string text, int most)
    {
        using var lines = new JsonLines(new Sparing(Encoding.UTF8.GetBytes(text), most));
        var read = new List<string>();
        while (lines.TryRead(out var line))
        {
            read.Add(Encoding.UTF8.GetString(line));
        }

        return read;
    }

    /// <summary>Gives at most so many bytes a read, which streams of compressed files may do.</summary>
    private sealed class Sparing(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, most)]);
    }
}
