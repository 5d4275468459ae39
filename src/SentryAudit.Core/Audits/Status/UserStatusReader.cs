using System.Runtime.CompilerServices;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Audits.Status;

/// <summary>Assesses the people of an organization, from Sentry or an inventory.</summary>
internal static class UserStatusReader
{
    /// <summary>
    /// The status of everybody in an organization: people Sentry lists as they arrive, then those only earlier runs know.
    /// When the read breaks off, the latter keep the status they had, and the fault follows after them.
    /// </summary>
    /// <param name="keys">Narrow the read; with earlier runs everybody is read, since who is missing must be known.</param>
    public static async IAsyncEnumerable<SentryUserStatus> AssessUsersAsync(
        this ISentrySource source,
        OrganizationHome organization,
        IReadOnlyList<MemberReference> keys,
        EarlierRuns earlier,
        TimeProvider clock,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var assessment = new UserStatusAssessment(organization.Slug, earlier.For(organization.Slug));
        var toldAt = source.FindReadTime(organization, SentryEntityType.Member);
        var readAt = toldAt ?? clock.GetUtcNow();
        SentryException? fault = null;
        var members = source
            .ListMembersAsync(organization, earlier.CountOf(organization.Slug) == 0 ? keys : [], teams: null, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await using var _ = members.ConfigureAwait(false);
        while (fault is null)
        {
            try
            {
                if (!await members.MoveNextAsync().ConfigureAwait(false))
                {
                    break;
                }
            }
            catch (SentryException broken)
            {
                fault = broken;
                break;
            }

            // After an incomplete sync an inventory also holds people whom that sync did not see: they may be gone.
            if (toldAt is null || members.Current.LastUpdated >= toldAt)
            {
                yield return assessment.Listed(members.Current);
            }
        }

        foreach (var person in assessment.NotListed(isComplete: fault is null, readAt))
        {
            yield return person;
        }

        if (fault is not null)
        {
            throw fault;
        }
    }
}
