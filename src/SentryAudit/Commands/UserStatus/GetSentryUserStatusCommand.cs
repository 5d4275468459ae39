using System.Management.Automation;
using SentryAudit.Audits.Status;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Inventory;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Pipeline;
using SentryAudit.References;

namespace SentryAudit.Commands.UserStatus;

/// <summary>Gets everybody's status in organizations: Active, Suspended or Inactive, by the members Sentry lists and by earlier runs.</summary>
[Cmdlet(VerbsCommon.Get, "SentryUserStatus")]
[OutputType(typeof(SentryUserStatus), typeof(SentryUserStatusSummary))]
[RequiresScope("member:read")]
public sealed class GetSentryUserStatusCommand : SentryOrganizationCmdlet
{
    private readonly KeySelection<MemberReference, SentryUserStatus> _members = new(static (key, person) => key.Matches(person));
    private readonly HashSet<string> _assessed = new(StringComparer.OrdinalIgnoreCase);
    private EarlierRuns? _earlier;

    private EarlierRuns Earlier => _earlier ??= EarlierRowReader.Read(Previous, Report);

    /// <summary>People by e-mail address, membership id, display name, wildcard or object; without it all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MemberId", "Email")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MemberCompleter))]
    [ValidateNotNullOrEmpty]
    public MemberReference[]? Member { get; set; }

    /// <summary>Only people with one of these statuses.</summary>
    [Parameter]
    [ValidateSet(nameof(SentryUserStatusKind.Active), nameof(SentryUserStatusKind.Suspended), nameof(SentryUserStatusKind.Inactive))]
    public SentryUserStatusKind[]? Status { get; set; }

    /// <summary>Earlier output of this cmdlet, of one or several runs: the objects, or rows of Import-Csv. People who left stay known through it.</summary>
    [Parameter]
    [AllowEmptyCollection]
    [AllowNull]
    public object[]? Previous { get; set; }

    /// <summary>Takes no account of what the inventory knows about people who were there before.</summary>
    [Parameter]
    public SwitchParameter NoHistory { get; set; }

    /// <summary>Gives one object with counts per organization instead of the people.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    private protected override IEnumerable<EntityReference> CollectKeys() => _members.Add(Member);

    private protected override IEnumerable<EntityReference> UnmatchedKeys => _members.Unmatched;

    private protected override async Task ReadAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        _assessed.Add(organization.Slug);
        AddHistory(organization);
        var startedAt = Source.FindReadTime(organization, SentryEntityType.Member) ?? Connected.Clock.GetUtcNow();
        var tally = new UserStatusTally(organization.Slug);
        var progress = new ListingProgress(Pipeline, Clock, $"Reading members of {organization}");
        try
        {
            await foreach (var person in Source.AssessUsersAsync(organization, _members.Keys, Earlier, Connected.Clock, cancellationToken))
            {
                progress.Count();
                if (_members.Matches(person, key => IsMeantIn(organization, key)))
                {
                    Take(person, tally);
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
        }
    }

    private protected override void Finish()
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
                    $"{Earlier.CountOf(organization)} earlier rows of {organization} are left out: that organization was not read.");
            }
        }
    }

    private void AddHistory(OrganizationHome organization)
    {
        var stored = Connected.Stored?.Find(organization);
        var store = stored?.Store
            ?? (
                Connected.InventoryRoot is { } root
                    ? InventoryPlace.Find(root, Connected.BaseUri, organization.Id, organization.Slug)
                    : null);
        if (IsOn(NoHistory) || (stored is null && store is null))
        {
            return;
        }

        void Warn(SentryException fault) =>
            Pipeline.Warn($"{fault.Message} People whom only this file knows are missing from the history.");
        var rows = stored is null ? MemberHistory.Read(store!, organization.Slug, Warn) : MemberHistory.ReadBefore(stored, Warn);
        foreach (var row in rows)
        {
            Earlier.Add(row);
        }

        Pipeline.Verbose($"{rows.Count} people of {organization} are known from the inventory {store?.Folder ?? Connected.Inventory}.");
    }

    // An organization that should have been read but could not be found out about: its people must not fall out of the file.
    private void KeepEarlier(string organization)
    {
        foreach (
            var person in new UserStatusAssessment(organization, Earlier.For(organization))
                .NotListed(isComplete: false, Connected.Clock.GetUtcNow())
                .Where(_members.Matches))
        {
            Take(person, new UserStatusTally(organization));
        }
    }

    private void WriteSummary(SentryUserStatusSummary summary)
    {
        if (IsOn(Summary))
        {
            Pipeline.Write(summary);
        }
    }

    private void Take(SentryUserStatus person, UserStatusTally tally)
    {
        if (IsOn(Summary))
        {
            tally.Count(person);
        }
        else if (Status is null || Status.Contains(person.Status))
        {
            Pipeline.Write(person);
        }
    }
}
