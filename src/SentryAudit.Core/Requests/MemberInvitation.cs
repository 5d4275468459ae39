namespace SentryAudit.Requests;

/// <summary>An invitation to send.</summary>
/// <param name="Email">The address.</param>
/// <param name="Role">The role in the organization.</param>
/// <param name="Teams">Slugs of the teams to join.</param>
/// <param name="TeamRole">The role on these teams; null for the lowest.</param>
/// <param name="SendsEmail">Whether Sentry sends an e-mail to the address.</param>
internal sealed record MemberInvitation(string Email, string Role, IReadOnlyList<string> Teams, string? TeamRole, bool SendsEmail);
