namespace SentryAudit.Models;

/// <summary>What the owner of a token may do in an organization.</summary>
/// <param name="OrganizationSlug">The organization.</param>
/// <param name="Role">The owner's role there; null if there is none, or Sentry did not tell.</param>
/// <param name="Scopes">The scopes of the token that the role allows; null if Sentry did not tell.</param>
internal sealed record CallerAccess(string OrganizationSlug, string? Role, IReadOnlyList<string>? Scopes);
