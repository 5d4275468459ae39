namespace SentryAudit.Requests;

/// <summary>An invitation to be sent.</summary>
/// <param name="Email">The address.</param>
/// <param name="Role">Role of the organization.</param>
/// <param name="Teams">Slugs of the teams to join.</param>
/// <param name="TeamRole">Role on these teams; null for the least.</param>
/// <param name="SendsEmail">Whether Sentry writes to the address.</param>
internal sealed record MemberInvitation(string Email, string Role, IReadOnlyList<string> Teams, string? TeamRole, bool SendsEmail);
