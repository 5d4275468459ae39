using SentryAudit.Models;

namespace SentryAudit.Audits.Status;

/// <summary>Gives every person of an organization a status: those Sentry lists by the read, the others by what is known of them.</summary>
internal sealed class UserStatusAssessment(string organization, StatusHistory history)
{
    public SentryUserStatus Listed(SentryMember member)
    {
        var earlier = history.Find(member.Id, member.UserId, member.Email);
        if (earlier is not null)
        {
            earlier.IsListed = true;
        }

        var (status, reason) = UserStatusRules.Listed(member.UserId is not null, member.IsActive, member.Pending);
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

    /// <summary>People known from earlier whom the read did not list.</summary>
    /// <param name="isComplete">Whether the read saw every page. If not, absence proves nothing and everybody keeps their status.</param>
    /// <param name="readAt">UTC time of the read.</param>
    public IEnumerable<SentryUserStatus> NotListed(bool isComplete, DateTimeOffset readAt)
    {
        foreach (var person in history.NotListed)
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
                Reason = isComplete ? UserStatusRules.Missing(person.EverActive) : SentryUserStatusReason.NotAssessed,
                PreviousStatus = row.Status,
                EverActive = person.EverActive,
                DateCreated = row.DateCreated,
                LastActive = row.LastActive,
                LastSeen = person.LastSeen,
                LastUpdated = isComplete ? readAt : row.LastUpdated,
            };
        }
    }
}
