using SentryAudit.Models;

namespace SentryAudit.Audits.Status;

/// <summary>
/// Gives every person of an organization a status: people whom Sentry lists by the present read, the others by their earlier rows.
/// </summary>
internal sealed class UserStatusAssessment(string organization, PeopleHistory history)
{
    public SentryUserStatus AssessListed(SentryMember member) =>
        Assess(member, UserStatusRules.Assess(HasAccount(member), member.IsActive, member.Pending));

    /// <summary>A person whom Sentry does not list, but has when it is asked by id.</summary>
    public SentryUserStatus AssessFound(SentryMember member) =>
        Assess(member, UserStatusRules.AssessUnlisted(HasAccount(member), member.IsActive, member.Pending));

    /// <summary>The people of earlier runs whom Sentry does not list in the present read.</summary>
    public IReadOnlyList<PersonHistory> Unlisted => [.. history.Unlisted];

    /// <summary>A person of earlier runs whom Sentry does not list in the present read.</summary>
    /// <param name="person">The person.</param>
    /// <param name="isGone">Whether it is certain. If not, the person may still be a member, and keeps the status.</param>
    /// <param name="readAt">UTC time of the read.</param>
    public SentryUserStatus AssessUnlisted(PersonHistory person, bool isGone, DateTimeOffset readAt)
    {
        var row = person.Latest;
        return new SentryUserStatus
        {
            OrganizationSlug = organization,
            MemberId = row.MemberId,
            UserId = row.UserId,
            Email = row.Email,
            Name = row.Name,
            Role = row.Role,
            Status = isGone ? SentryUserStatusKind.Inactive : row.Status,
            Reason = isGone ? UserStatusRules.ReasonForUnlisted(person.EverActive) : SentryUserStatusReason.NotAssessed,
            PreviousStatus = row.Status,
            EverActive = person.EverActive,
            DateCreated = row.DateCreated,
            LastActive = row.LastActive,
            LastSeen = person.LastSeen,
            LastUpdated = isGone ? readAt : row.LastUpdated,
        };
    }

    // An account that is said to be active is one, whatever else is missing.
    private static bool HasAccount(SentryMember member) => member.UserId is not null || member.IsActive is not null;

    private SentryUserStatus Assess(SentryMember member, (SentryUserStatusKind Status, SentryUserStatusReason Reason) found)
    {
        var earlier = FindListed(member);
        var (status, reason) = found;
        return new SentryUserStatus
        {
            OrganizationSlug = organization,
            MemberId = member.Id,
            UserId = member.UserId,
            Email = member.Email,
            Name = member.Name,
            Role = member.Role,
            Status = status,
            Reason = reason,
            IsActive = member.IsActive,
            Pending = member.Pending,
            Expired = member.Expired,
            IsSuspended = member.IsSuspended,
            PreviousStatus = earlier?.Latest.Status is { } previous and not SentryUserStatusKind.Unknown ? previous : null,
            EverActive = status is SentryUserStatusKind.Active || earlier?.EverActive is true,
            DateCreated = member.DateCreated,
            LastActive = member.LastActive,
            LastSeen = member.LastUpdated,
            LastUpdated = member.LastUpdated,
        };
    }

    private PersonHistory? FindListed(SentryMember member)
    {
        var person = history.Find(member.Id, member.UserId, member.Email);
        if (person is not null)
        {
            person.IsListed = true;
        }

        return person;
    }
}
