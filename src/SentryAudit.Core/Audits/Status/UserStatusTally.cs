namespace SentryAudit.Audits.Status;

/// <summary>Counts the statuses of people for a summary.</summary>
internal sealed class UserStatusTally(string organization)
{
    private int _total;
    private int _invited;
    private int? _expired = 0;
    private int _active;
    private int _suspended;
    private int _inactive;
    private int _gone;

    public void Count(SentryUserStatus person)
    {
        if (person.Reason is SentryUserStatusReason.NotAssessed)
        {
            return;
        }

        var isGone = person.Reason
            is SentryUserStatusReason.Gone or SentryUserStatusReason.GoneAfterActive or SentryUserStatusReason.Deactivated;
        _gone += isGone ? 1 : 0;
        _total += isGone ? 0 : 1;
        _invited += person.Pending is true ? 1 : 0;
        _expired += isGone || person.Pending is false ? 0 : IsExpiredInvitation(person);
        _active += person.Status is SentryUserStatusKind.Active ? 1 : 0;
        _suspended += person.Status is SentryUserStatusKind.Suspended ? 1 : 0;
        _inactive += person.Status is SentryUserStatusKind.Inactive ? 1 : 0;
    }

    // Whoever Sentry says nothing about may be invited, and an invitation may have expired.
    private static int? IsExpiredInvitation(SentryUserStatus person) => (person.Pending, person.Expired) switch
    {
        (true, true) => 1,
        (_, false) => 0,
        _ => null,
    };

    public SentryUserStatusSummary ToSummary(bool isComplete, DateTimeOffset readAt)
    {
        // A list that was refused is no list of nobody.
        var isRead = isComplete || _total + _gone > 0;
        int? Known(int? number) => isRead ? number : null;
        return new SentryUserStatusSummary
        {
            OrganizationSlug = organization,
            Total = Known(_total),
            Invited = Known(_invited),
            ExpiredInvites = Known(_expired),
            Active = Known(_active),
            Suspended = Known(_suspended),
            Inactive = Known(_inactive),
            Gone = Known(_gone),
            IsComplete = isComplete,
            LastUpdated = readAt,
        };
    }
}
