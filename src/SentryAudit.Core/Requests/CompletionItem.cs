namespace SentryAudit.Requests;

/// <summary>One proposal of tab completion.</summary>
/// <param name="Value">The key to insert, unquoted.</param>
/// <param name="Description">What it is, for the tooltip.</param>
internal sealed record CompletionItem(string Value, string Description)
{
    /// <summary>A role, by its id.</summary>
    public static CompletionItem Of(SentryRole role) =>
        new(role.Id, role.Description is { Length: > 0 } description ? description : $"Role {role.Name ?? role.Id}");
}
