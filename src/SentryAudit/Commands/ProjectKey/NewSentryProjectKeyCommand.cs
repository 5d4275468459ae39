using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.ProjectKey;

/// <summary>Makes client keys (DSNs) for projects.</summary>
[Cmdlet(VerbsCommon.New, "SentryProjectKey", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryProjectKey))]
[RequiresScope("project:read")]
[RequiresScope("project:write")]
public sealed class NewSentryProjectKeyCommand : SentryNewCmdlet
{
    /// <summary>Projects by slug, id or object: each gets a key.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectSlug")]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    [ValidateNotNullOrEmpty]
    public ProjectReference[] Project { get; set; } = [];

    // Its length is Sentry's to judge: a validated one could not be absent, as it is from a row that is too short.
    /// <summary>Label; without it Sentry makes one up.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Label { get; set; }

    /// <summary>Most events that Sentry takes within -RateLimitWindow.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? RateLimitCount { get; set; }

    /// <summary>The time that -RateLimitCount is about, a day at most, in whole seconds; a bare number is seconds.</summary>
    [Parameter]
    [BareNumber(TimeSpan.TicksPerSecond)]
    public TimeSpan? RateLimitWindow { get; set; }

    /// <summary>Adds the DSN, as a SecureString.</summary>
    [Parameter]
    public SwitchParameter ShowSecret { get; set; }

    private protected override IEnumerable<PlannedCreation> Plan()
    {
        if (
            (ProjectKeyLimits.AgainstWindow(RateLimitWindow) ?? ProjectKeyLimits.AgainstHalf(RateLimitCount, RateLimitWindow)) is
            { } refusal)
        {
            Pipeline.Terminate(refusal, RateLimitWindow);
        }

        // A list with a column for labels may leave one empty.
        var label = string.IsNullOrWhiteSpace(Label) ? null : Label;
        var change = new ProjectKeyChange { Label = label, RateLimitCount = RateLimitCount, RateLimitWindow = RateLimitWindow };
        return Project.Select(project => new PlannedCreation(
            project.Value,
            label is null ? "Make a key" : $"Make a key '{label}'",
            async (organization, cancellationToken) =>
                await Api.ProjectKeyChanges.AddAsync(organization, project.Value, change, IsOn(ShowSecret), cancellationToken))
        {
            Owners = [project],
        });
    }
}
