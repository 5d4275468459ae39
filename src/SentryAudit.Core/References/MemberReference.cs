namespace SentryAudit;

/// <summary>Names a member by e-mail address, membership id or display name.</summary>
public sealed class MemberReference : EntityReference
{
    /// <summary>Names it by text; wildcards may match several.</summary>
    public MemberReference(string value)
        : base(value)
    {
    }

    /// <summary>Names the one this object is.</summary>
    public MemberReference(SentryMember member)
        : base(member.Id, member.OrganizationSlug) =>
        IsInactive = member.Status is SentryUserStatusKind.Inactive;

    /// <summary>Names the person of this status.</summary>
    public MemberReference(SentryUserStatus status)
        : base(status.MemberId ?? status.Email ?? "", status.OrganizationSlug) =>
        (IsGone, IsInactive) = (MeansGone(status.Reason), status.Status is SentryUserStatusKind.Inactive);

    /// <summary>Names the member of this comparison.</summary>
    public MemberReference(SentryMemberComparison comparison)
        : base(comparison.MemberId ?? comparison.ReferenceEmail ?? "", comparison.OrganizationSlug)
    {
    }

    /// <summary>Whether it names somebody who is known to have left the organization.</summary>
    internal bool IsGone { get; private set; }

    /// <summary>Whether what named it says that the person is inactive, which includes those who have left.</summary>
    internal bool IsInactive { get; private set; }

    internal override string Kind => "member";

    /// <summary>The status and its reason, which a copy has too.</summary>
    internal override void Learn(Func<string, string?> says)
    {
        IsGone =
            Enum.TryParse<SentryUserStatusReason>(says(nameof(SentryUserStatus.Reason)), ignoreCase: true, out var reason)
            && MeansGone(reason);
        IsInactive = IsGone
            || (Enum.TryParse<SentryUserStatusKind>(says(nameof(SentryUserStatus.Status)), ignoreCase: true, out var status)
                && status is SentryUserStatusKind.Inactive);
    }

    internal bool Matches(SentryUserStatus status) => Matches(status.OrganizationSlug, status.MemberId, status.Email, status.Name);

    internal bool Matches(SentryMember member) => Matches(member.OrganizationSlug, member.Id, member.Email, member.Name);

    internal bool Matches(SentryTeamMember member) => Matches(member.OrganizationSlug, member.MemberId, member.Email, member.Name);

    private static bool MeansGone(SentryUserStatusReason reason) =>
        reason is SentryUserStatusReason.GoneAfterActive or SentryUserStatusReason.Gone;

    // An object names one person, and not another one whose display name happens to be that id.
    private bool Matches(string organization, string? id, string? email, string? name) =>
        IsIn(organization) && (Organization is null ? MatchesAny(id, email, name) : MatchesAny(id, email));
}
