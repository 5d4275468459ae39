using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Api.Events;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Issue;

/// <summary>Resolves, reopens, ignores (archives) or assigns issues, or changes their priority.</summary>
[Cmdlet(
    VerbsCommon.Set,
    "SentryIssue",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryIssue))]
[RequiresScope("event:read")]
[RequiresScope("org:read", For = "-AssignTo with a team")]
[RequiresScope("member:read", For = "-AssignTo with user:id")]
[RequiresScope("event:write")]
public sealed class SetSentryIssueCommand() : SentryChangeCmdlet<IssueReference, SentryIssue>(static (key, issue) => key.Matches(issue))
{
    // By organization: a team has another id in each.
    private readonly Dictionary<string, IssueChange> _changes = new(StringComparer.Ordinal);
    private IssueChange _change = new();

    /// <summary>Issues by short id, id, wildcard or object.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("IssueId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(IssueCompleter))]
    public IssueReference[]? Issue { get; set; }

    /// <summary>Resolved, Unresolved or Ignored, which Sentry also calls archived.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("Resolved", "Unresolved", "Ignored")]
    public string? Status { get; set; }

    /// <summary>Resolved as of the next release: events of older releases do not reopen them.</summary>
    [Parameter]
    public SwitchParameter InNextRelease { get; set; }

    /// <summary>Ignored until they happen unusually often.</summary>
    [Parameter]
    public SwitchParameter UntilEscalating { get; set; }

    /// <summary>Ignored for this long, in whole minutes; a number without a unit is minutes.</summary>
    [Parameter]
    [BareNumber(TimeSpan.TicksPerMinute)]
    public TimeSpan? IgnoreFor { get; set; }

    /// <summary>
    /// The new assignee: an e-mail address, <c>#team</c>, <c>team:45</c> or <c>user:280</c>; <c>none</c>, or empty, for
    /// nobody.
    /// </summary>
    [Parameter]
    [AllowEmptyString]
    [ValidateNotNull]
    public string? AssignTo { get; set; }

    /// <summary>High, Medium or Low.</summary>
    [Parameter]
    [ValidateSet("High", "Medium", "Low")]
    public string? Priority { get; set; }

    /// <summary>Returns the changed issues.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IReadOnlyList<IssueReference>? Keys => Issue;

    private protected override string PluralNoun => "issues";

    private protected override bool IsPassedThru => PassThru.IsPresent;

    private protected override IEnumerable<EntityReference> CollectKeys()
    {
        var conditions = new IssueConditions(Status, InNextRelease.IsPresent, UntilEscalating.IsPresent, IgnoreFor);
        _change = new IssueChange
        {
            Status = (Status ?? conditions.ImpliedStatus)?.ToLowerInvariant(),
            Substatus = UntilEscalating.IsPresent ? "archived_until_escalating" : null,
            IsInNextRelease = InNextRelease.IsPresent,
            IgnoredFor = IgnoreFor,
            Priority = Priority?.ToLowerInvariant(),
            Assignee = AssignTo,
        };
        RequireChange(!_change.IsEmpty, "-Status, -AssignTo or -Priority");
        if (conditions.FindContradiction() is { } contradiction)
        {
            Pipeline.Terminate(contradiction, target: null);
        }

        return base.CollectKeys();
    }

    private protected override async IAsyncEnumerable<SentryIssue> ListAsync(
        OrganizationHome organization, IReadOnlyList<IssueReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _changes[organization.Slug] = _change;
        if (AssignTo is not null)
        {
            var (assignee, actor) = await Api.Actors.FindAssigneeAsync(organization, AssignTo, cancellationToken);
            _changes[organization.Slug] = _change with { Assignee = assignee, Actor = actor };
        }

        await foreach (var issue in Api.Issues.ListAsync(organization, new IssueFilter { Keys = keys }, cancellationToken))
        {
            yield return issue;
        }
    }

    private protected override string Effect(string number) => $"changes {number} issues";

    private protected override string? Describe(SentryIssue candidate) => _changes[candidate.OrganizationSlug].Describe(candidate);

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryIssue candidate,
        CancellationToken cancellationToken
    ) => await Api.Issues.SetAsync(organization, candidate, _changes[organization.Slug], cancellationToken);
}
