using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.ProjectKey;

/// <summary>Creates client keys (DSNs) for projects.</summary>
[Cmdlet(
    VerbsCommon.New,
    "SentryProjectKey",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryProjectKey))]
[RequiresScope("project:read")]
[RequiresScope("project:write")]
public sealed class NewSentryProjectKeyCommand : SentryNewCmdlet
{
    /// <summary>Projects by slug, id or object. Each gets a key.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("ProjectSlug")]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[] Project { get; set; } = [];

    // Sentry checks the length. [ValidateLength] would refuse an empty label, which a row of a list may have.
    /// <summary>Label; without it, Sentry chooses one.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Label { get; set; }

    /// <summary>Largest number of events that Sentry accepts within -RateLimitWindow.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? RateLimitCount { get; set; }

    /// <summary>The time that -RateLimitCount applies to, in whole seconds, a day at most; a number without a unit is seconds.</summary>
    [Parameter]
    [BareNumber(TimeSpan.TicksPerSecond)]
    public TimeSpan? RateLimitWindow { get; set; }

    /// <summary>Adds the DSN as a SecureString.</summary>
    [Parameter]
    public SwitchParameter ShowSecret { get; set; }

    private protected override string PluralNoun => "client keys";

    private protected override IEnumerable<PlannedCreation> Plan()
    {
        if (
            (ProjectKeyLimits.AgainstWindow(RateLimitWindow) ?? ProjectKeyLimits.AgainstHalf(RateLimitCount, RateLimitWindow)) is
            { } refusal)
        {
            Pipeline.Terminate(refusal, RateLimitWindow);
        }

        var label = string.IsNullOrWhiteSpace(Label) ? null : Label;
        var change = new ProjectKeyChange { Label = label, RateLimitCount = RateLimitCount, RateLimitWindow = RateLimitWindow };
        return Project.Select(project => new PlannedCreation(
            project.Value,
            label is null ? "Create a key" : $"Create a key '{label}'",
            async (organization, cancellationToken) =>
                await Api.ProjectKeyChanges.AddAsync(organization, project.Value, change, ShowSecret.IsPresent, cancellationToken))
        {
            Owners = [project],
        });
    }
}
