using System.Runtime.CompilerServices;
using SentryAudit.Api.Calls;
using SentryAudit.Common.Streams;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Audits.Status;

/// <summary>Assesses the people of an organization, from Sentry or an inventory.</summary>
internal static class UserStatusReader
{
    /// <summary>
    /// The status of all people of an organization: first those whom Sentry lists, as they arrive, then those whom only earlier runs
    /// contain. Sentry is asked for each of the latter before they count as gone. Where a read fails they keep the status they had, and the
    /// fault is thrown after them.
    /// </summary>
    /// <param name="source">Sentry or an inventory.</param>
    /// <param name="organization">The organization.</param>
    /// <param name="keys">Limit the read; with earlier runs all members are read, since missing ones must be found.</param>
    /// <param name="earlier">The rows of earlier runs.</param>
    /// <param name="clock">Gives the time of the read, if Sentry itself is asked.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public static async IAsyncEnumerable<SentryUserStatus> AssessUsersAsync(
        this ISentrySource source, OrganizationHome organization, IReadOnlyList<MemberReference> keys, EarlierRuns earlier,
        TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var assessment = new UserStatusAssessment(organization.Slug, earlier.For(organization.Slug));
        var storedAt = source.FindReadTime(organization, SentryEntityType.Member);
        var readAt = storedAt ?? clock.GetUtcNow();
        SentryException? fault = null;
        var wanted = earlier.CountOf(organization.Slug) == 0 ? keys : [];
        var members = source.ListMembersAsync(organization, wanted, teams: null, cancellationToken);
        await foreach (var member in members.UntilFault(caught => fault = caught, cancellationToken).ConfigureAwait(false))
        {
            // After an incomplete sync, an inventory also contains people whom that sync did not see and who may be gone.
            if (storedAt is null || member.LastUpdated >= storedAt)
            {
                yield return assessment.AssessListed(member);
            }
        }

        var isListed = fault is null;
        var unlisted = assessment.Unlisted.SelectInParallel(
            ApiConnection.Parallelism,
            async (person, ct) =>
                (Person: person, Found: isListed ? await FindAsync(source, organization, person, ct).ConfigureAwait(false) : null),
            cancellationToken);
        await foreach (var (person, found) in unlisted.ConfigureAwait(false))
        {
            fault ??= found?.Fault;
            yield return found?.Member is { } member
                ? assessment.AssessFound(member)
                : assessment.AssessUnlisted(person, isGone: isListed && found?.Fault is null, readAt);
        }

        if (fault is not null)
        {
            throw fault;
        }
    }

    // Somebody of an earlier run may be known by address only: then the list, which was whole, is all there is to ask.
    private static async Task<(SentryMember? Member, SentryException? Fault)?> FindAsync(
        ISentrySource source, OrganizationHome organization, PersonHistory person, CancellationToken cancellationToken)
    {
        try
        {
            return person.Latest.MemberId is { } id
                ? (await source.FindMemberAsync(organization, id, cancellationToken).ConfigureAwait(false), null)
                : null;
        }
        catch (SentryException fault) when (fault.Category is not SentryErrorCategory.AuthenticationError)
        {
            return (null, fault);
        }
    }
}
