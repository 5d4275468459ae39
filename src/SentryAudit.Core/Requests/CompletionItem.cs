namespace SentryAudit.Requests;

/// <summary>One proposal of tab completion.</summary>
/// <param name="Value">The key to insert, unquoted.</param>
/// <param name="Description">What it is, for the tooltip.</param>
internal sealed record CompletionItem(string Value, string Description);
