using System.Globalization;

namespace SentryAudit;

/// <summary>Names a state of an organization: a stored sync, the state at a time, or <c>Live</c> for Sentry itself.</summary>
public sealed class InventoryReference
{
    private const string LiveName = "Live";

    /// <summary>
    /// Names it by <c>Live</c>, a time ago (<c>7d</c>), a date, or the path of an inventory. A date without an offset
    /// is local.
    /// </summary>
    public InventoryReference(string value)
    {
        Text = value.Trim();
        if (string.Equals(Text, LiveName, StringComparison.OrdinalIgnoreCase))
        {
            IsLive = true;
        }
        else if (DateTimeOffset.TryParse(Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time))
        {
            AsOf = time;
        }
        else if (Text.Length > 1 && Text[..^1].All(char.IsAsciiDigit) && char.ToLowerInvariant(Text[^1]) is 'm' or 'h' or 'd' or 'w')
        {
            Ago = new Duration(Text).Value;
        }
        else
        {
            Path = Text.Length > 0
                ? Text
                : throw new ArgumentException("Name an inventory, a date, a time ago such as 7d, or Live.", nameof(value));
        }
    }

    /// <summary>Names a file or folder of an inventory.</summary>
    public InventoryReference(FileSystemInfo file)
        : this(file.FullName, file.FullName)
    {
    }

    private InventoryReference(string path, string text) => (Path, Text) = (path, text);

    /// <summary>Names the state at a time; a time without a kind is local.</summary>
    public InventoryReference(DateTime time)
        : this(new DateTimeOffset(time))
    {
    }

    /// <summary>Names the state at a time.</summary>
    public InventoryReference(DateTimeOffset time) => (AsOf, Text) = (time, time.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>Names a stored sync.</summary>
    public InventoryReference(SentryInventory inventory) => (Path, Text) = (inventory.Path, inventory.ToString());

    internal bool IsLive { get; }

    internal DateTimeOffset? AsOf { get; }

    internal TimeSpan? Ago { get; }

    internal string? Path { get; }

    private string Text { get; }

    /// <summary>The same reference with a full path, which is resolved at the caller's current location.</summary>
    internal InventoryReference Locate(Func<string, string> resolve) => Path is null ? this : new InventoryReference(resolve(Path), Text);

    /// <summary>The name as it was given.</summary>
    public override string ToString() => Text;
}
