using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.Project;

/// <summary>Removes projects with everything in them.</summary>
[Cmdlet(
    VerbsCommon.Remove,
    "SentryProject",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
[RequiresScope("org:read")]
[RequiresScope("project:admin")]
public sealed class RemoveSentryProjectCommand()
    : SentryChangeCmdlet<ProjectReference, SentryProject>(static (key, project) => key.Matches(project))
{
    /// <summary>Projects by slug, id, wildcard or object.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    private protected override IReadOnlyList<ProjectReference>? Keys => Project;

    private protected override string PluralNoun => "projects";

    private protected override IAsyncEnumerable<SentryProject> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<ProjectReference> keys,
        CancellationToken cancellationToken
    ) => Api.Projects.ListAsync(organization, keys, [], cancellationToken);

    private protected override string Effect(string number) => $"removes {number} projects";

    private protected override IAsyncEnumerable<SentryProject> ListAll(
        OrganizationHome organization, CancellationToken cancellationToken) =>
        Api.Projects.ListAsync(organization, [], [], cancellationToken);

    private protected override string? Describe(SentryProject candidate)
    {
        var teams = candidate.TeamSlugs switch
        {
            null => "unknown teams",
            [] => "no team",
            var known => known.ToString(),
        };
        return candidate.IsBeingDeleted
            ? null
            : $"Remove the project of {teams} with its keys, alerts and events; Sentry will delete its data later";
    }

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryProject candidate,
        CancellationToken cancellationToken)
    {
        await Api.ProjectChanges.RemoveAsync(organization, candidate, cancellationToken);
        return null;
    }
}
