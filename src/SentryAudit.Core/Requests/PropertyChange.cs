namespace SentryAudit.Requests;

/// <summary>One property of an object, as it is and as it is to be.</summary>
/// <param name="Name">What it is called in a sentence.</param>
/// <param name="Old">Its value now; null for none.</param>
/// <param name="New">The value wanted; null for none.</param>
internal readonly record struct PropertyChange(string Name, string? Old, string? New)
{
    public bool IsReal => !string.Equals(Old, New, StringComparison.Ordinal);

    /// <summary>The changes as a sentence; null when there is nothing to change.</summary>
    public static string? Describe(IEnumerable<PropertyChange> changes)
    {
        var parts = changes
            .Where(change => change.IsReal)
            .Select(change => $"{change.Name} from {change.Old ?? "none"} to {change.New ?? "none"}");
        return string.Join(", ", parts) is { Length: > 0 } sentence ? $"Change the {sentence}" : null;
    }
}
