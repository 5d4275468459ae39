global using MemberAndTeam = (SentryAudit.SentryMember Member, SentryAudit.SentryTeam Team, SentryAudit.SentryTeamMember? Membership);
global using ProjectAndTeam = (SentryAudit.SentryProject Project, SentryAudit.SentryTeam Team);
