namespace SentryAudit;

/// <summary>Names a person of the audit log by the id of the account, e-mail address or display name.</summary>
public sealed class ActorReference : EntityReference
{
    /// <summary>Names it by text; wildcards may match several.</summary>
    public ActorReference(string value)
        : base(value)
    {
    }

    /// <summary>Names the account of this member.</summary>
    public ActorReference(SentryMember member)
        : base(member.UserId ?? member.Email ?? "", member.OrganizationSlug)
    {
    }

    internal override string Kind => "actor";

    // A member object names one account, and not another one whose display name happens to be that id.
    internal bool Matches(SentryAuditLogEntry entry) =>
        IsIn(entry.OrganizationSlug)
        && (
            Organization is null
                ? MatchesAny(entry.ActorId, entry.ActorEmail, entry.ActorName)
                : MatchesAny(entry.ActorId, entry.ActorEmail));
}
