using SentryAudit.Models;

namespace SentryAudit.Audits.Status;

/// <summary>
/// Gives every person of an organization a status: people whom Sentry lists by the present read, the others by their earlier rows.
/// </summary>
internal sealed class UserStatusAssessment(string organization, PeopleHistory history)
{
    public SentryUserStatus AssessListed(SentryMember member)
    {
        var earlier = FindListed(member);
        var hasAccount = member.UserId is not null || member.IsActive is not null;
        var (status, reason) = UserStatusRules.Assess(hasAccount, member.IsActive, member.Pending);
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

    /// <summary>The people of earlier runs whom Sentry does not list in the present read.</summary>
    /// <param name="isComplete">Whether every page was read. If not, the people may still be members, and keep their status.</param>
    /// <param name="readAt">UTC time of the read.</param>
    public IEnumerable<SentryUserStatus> AssessUnlisted(bool isComplete, DateTimeOffset readAt)
    {
        foreach (var person in history.Unlisted)
        {
            var row = person.Latest;
            yield return new SentryUserStatus
            {
                OrganizationSlug = organization,
                MemberId = row.MemberId,
                UserId = row.UserId,
                Email = row.Email,
                Name = row.Name,
                Role = row.Role,
                Status = isComplete ? SentryUserStatusKind.Inactive : row.Status,
                Reason = isComplete ? UserStatusRules.ReasonForUnlisted(person.EverActive) : SentryUserStatusReason.NotAssessed,
                PreviousStatus = row.Status,
                EverActive = person.EverActive,
                DateCreated = row.DateCreated,
                LastActive = row.LastActive,
                LastSeen = person.LastSeen,
                LastUpdated = isComplete ? readAt : row.LastUpdated,
            };
        }
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
