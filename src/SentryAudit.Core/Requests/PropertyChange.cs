namespace SentryAudit.Requests;

/// <summary>A change of one property of an object.</summary>
/// <param name="Name">What the property is called in a sentence.</param>
/// <param name="Old">Its present value; null for none.</param>
/// <param name="New">Its new value; null for none.</param>
internal readonly record struct PropertyChange(string Name, string? Old, string? New)
{
    public bool IsReal => !string.Equals(Old, New, StringComparison.Ordinal);

    /// <summary>The changes as a sentence; null if there is nothing to change.</summary>
    public static string? Describe(IEnumerable<PropertyChange> changes)
    {
        var parts = changes
            .Where(change => change.IsReal)
            .Select(change => $"{change.Name} from {change.Old ?? "none"} to {change.New ?? "none"}");
        return string.Join(", ", parts) is { Length: > 0 } sentence ? $"Change the {sentence}" : null;
    }
}
