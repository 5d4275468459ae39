namespace SentryAudit.Audits.Staff;

/// <summary>A row of a company's own list.</summary>
/// <param name="Row">Its number, from 1.</param>
/// <param name="Email">The main address of the person.</param>
/// <param name="Aliases">Further addresses.</param>
/// <param name="Role">The role that the person should have in Sentry; null if the row has none.</param>
internal sealed record ReferencePerson(int Row, string Email, IReadOnlyList<string> Aliases, string? Role);
