using System.Management.Automation;
using SentryAudit.Audits.Status;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Pipeline;
using SentryAudit.References;
using SentryAudit.Requests;

namespace SentryAudit.Commands.UserStatus;

/// <summary>Gets the status of people (Active, Suspended or Inactive) from the members that Sentry lists and from earlier runs.</summary>
[Cmdlet(VerbsCommon.Get, "SentryUserStatus")]
[OutputType(typeof(SentryUserStatus), typeof(SentryUserStatusSummary))]
[RequiresScope("member:read")]
public sealed class GetSentryUserStatusCommand : SentryOrganizationCmdlet
{
    private readonly KeySelection<MemberReference, SentryUserStatus> _members = new(static (key, person) => key.Matches(person));
    private readonly HashSet<string> _assessed = new(StringComparer.OrdinalIgnoreCase);
    private EarlierRuns? _earlier;

    private EarlierRuns Earlier => _earlier ??= EarlierRowReader.Read(Previous, Report);

    /// <summary>People by e-mail address, membership id, display name, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MemberId", "Email")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MemberCompleter))]
    public MemberReference[]? Member { get; set; }

    /// <summary>Only people with one of these statuses.</summary>
    [Parameter]
    [Filter(FilterValues.Fixed)]
    [ValidateSet(nameof(SentryUserStatusKind.Active), nameof(SentryUserStatusKind.Suspended), nameof(SentryUserStatusKind.Inactive))]
    public SentryUserStatusKind[]? Status { get; set; }

    /// <summary>Earlier output of this cmdlet, as objects or rows of Import-Csv: it has the people who have left since.</summary>
    [Parameter]
    [AllowEmptyCollection]
    [AllowNull]
    public object[]? Previous { get; set; }

    /// <summary>Does not use what the inventory knows about people who were members before.</summary>
    [Parameter]
    public SwitchParameter NoHistory { get; set; }

    /// <summary>Gets one object with counts for each organization instead of the people.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    private protected override IEnumerable<EntityReference> CollectKeys() => _members.Add(Member);

    private protected override IEnumerable<EntityReference> UnmatchedKeys => _members.Unmatched;

    private protected override async Task RunAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        _assessed.Add(organization.Slug);
        AddHistory(organization);
        var (clock, tally) = (CurrentConnection.Clock, new UserStatusTally(organization.Slug));
        var startedAt = Source.FindReadTime(organization, SentryEntityType.Member) ?? clock.GetUtcNow();
        var progress = new ListingProgress(Pipeline, Clock, $"Reading members of {organization}");
        try
        {
            await foreach (var person in Source.AssessUsersAsync(organization, _members.Keys, Earlier, clock, cancellationToken))
            {
                progress.Count();
                if (_members.Matches(person, key => AppliesTo(organization, key)))
                {
                    CountOrWrite(person, tally);
                }
            }

            WriteSummary(tally.ToSummary(isComplete: true, startedAt));
        }
        catch (SentryException)
        {
            WriteSummary(tally.ToSummary(isComplete: false, startedAt));
            throw;
        }
        finally
        {
            progress.Complete();
            WarnOfUnknown("people", organization);
        }
    }

    private protected override void OnAllRead()
    {
        foreach (var organization in Earlier.Organizations.Where(slug => !_assessed.Contains(slug)))
        {
            if (IsUnresolved(organization))
            {
                KeepEarlier(organization);
            }
            else
            {
                Pipeline.Verbose(
                    $"{Earlier.CountOf(organization)} earlier rows of {organization} are left out, because it was not read.");
            }
        }
    }

    private void AddHistory(OrganizationHome organization)
    {
        if (!NoHistory.IsPresent && StatusHistory.Find(CurrentConnection, organization) is { } history)
        {
            var rows = history.Read(fault =>
                Pipeline.Warn($"{fault.Message} People whom only this file has are missing from the history."));
            foreach (var row in rows)
            {
                Earlier.Add(row);
            }

            Pipeline.Verbose($"{rows.Count} people of {organization} are known from the inventory {history.Place}.");
        }
    }

    // The organization could not be looked up. Its people are written all the same: a file of them is the input of the next run.
    private void KeepEarlier(string organization)
    {
        var assessment = new UserStatusAssessment(organization, Earlier.For(organization));
        var people = assessment.Unlisted.Select(one => assessment.AssessUnlisted(one, isGone: false, CurrentConnection.Clock.GetUtcNow()));
        foreach (var person in people.Where(_members.Matches))
        {
            CountOrWrite(person, new UserStatusTally(organization));
        }
    }

    private void WriteSummary(SentryUserStatusSummary summary)
    {
        if (Summary.IsPresent)
        {
            Pipeline.Write(summary);
        }
    }

    private void CountOrWrite(SentryUserStatus person, UserStatusTally tally)
    {
        if (Summary.IsPresent)
        {
            tally.Count(person);
        }
        else if (LeftOut.Note(_members.NamesOf(person), Unknown.Meets(("status", UserStatusRules.IsAmong(person.Status, Status)))))
        {
            Pipeline.Write(person);
        }
    }
}
