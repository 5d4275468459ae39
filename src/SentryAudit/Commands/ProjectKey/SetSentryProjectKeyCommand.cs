using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.ProjectKey;

/// <summary>Renames client keys, or limits the number of events sent with them.</summary>
[Cmdlet(
    VerbsCommon.Set,
    "SentryProjectKey",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryProjectKey))]
[RequiresScope("org:read")]
[RequiresScope("project:write")]
public sealed class SetSentryProjectKeyCommand : SentryProjectKeyChangeCmdlet
{
    private ProjectKeyChange _change = new();

    /// <summary>New label.</summary>
    [Parameter]
    [ValidateLength(1, 64)]
    public string? Label { get; set; }

    /// <summary>Largest number of events that Sentry accepts within -RateLimitWindow.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? RateLimitCount { get; set; }

    /// <summary>The time that -RateLimitCount applies to, in whole seconds, a day at most; a number without a unit is seconds.</summary>
    [Parameter]
    [BareNumber(TimeSpan.TicksPerSecond)]
    public TimeSpan? RateLimitWindow { get; set; }

    /// <summary>Removes the limit. It can't be given with the two others.</summary>
    [Parameter]
    public SwitchParameter NoRateLimit { get; set; }

    /// <summary>Returns the changed keys.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsPassedThru => PassThru.IsPresent;

    private protected override IEnumerable<EntityReference> CollectKeys()
    {
        _change = new ProjectKeyChange
        {
            Label = Label,
            RateLimitCount = RateLimitCount,
            RateLimitWindow = RateLimitWindow,
            IsUnlimited = NoRateLimit.IsPresent,
        };
        RequireChange(!_change.IsEmpty, "-Label, -RateLimitCount and -RateLimitWindow, or -NoRateLimit");
        var isLimited = RateLimitCount is not null || RateLimitWindow is not null;
        if (
            (ProjectKeyLimits.AgainstBoth(isLimited, NoRateLimit.IsPresent) ?? ProjectKeyLimits.AgainstWindow(RateLimitWindow)) is
            { } refusal)
        {
            Pipeline.Terminate(refusal, RateLimitWindow);
        }

        return base.CollectKeys();
    }

    private protected override SentryException? Refuse(SentryProjectKey candidate) =>
        base.Refuse(candidate)
        ?? (
            RateLimitCount is null && RateLimitWindow is null
                ? null
                : ProjectKeyLimits.AgainstHalf(RateLimitCount ?? candidate.RateLimitCount, RateLimitWindow ?? candidate.RateLimitWindow));

    private protected override string Effect(string number) => $"changes {number} client keys";

    private protected override string? Describe(SentryProjectKey candidate) => PropertyChange.Describe(_change.Differences(candidate));

    // Most calls rename a key or raise a limit, which loses nothing, so the question depends on the values.
    private protected override string? SecondQuestion(SentryProjectKey candidate) =>
        _change.LowersLimit(candidate)
            ? $"Sentry will drop events of {candidate.ProjectSlug} that exceed the new limit of the key {candidate}. Go on?"
            : null;

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryProjectKey candidate,
        CancellationToken cancellationToken) =>
        await Api.ProjectKeyChanges.SetAsync(
            organization,
            candidate,
            await IdOfAsync(organization, candidate, cancellationToken),
            _change,
            cancellationToken);
}
