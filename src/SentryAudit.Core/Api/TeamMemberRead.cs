namespace SentryAudit.Api;

/// <summary>One step of reading teams' members: a member, or the failure that ended one team's list.</summary>
/// <param name="Team">Slug of the team.</param>
internal readonly record struct TeamMemberRead(string Team, SentryTeamMember? Member, SentryException? Fault);
