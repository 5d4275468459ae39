namespace SentryAudit.Audits.Staff;

/// <summary>A row of a company's own list.</summary>
/// <param name="Row">Its number, from 1.</param>
/// <param name="Email">The address the person is known by there.</param>
/// <param name="Aliases">Further addresses.</param>
/// <param name="Role">The role it wants the person to have in Sentry; null where it names none.</param>
internal sealed record ReferencePerson(int Row, string Email, IReadOnlyList<string> Aliases, string? Role);
