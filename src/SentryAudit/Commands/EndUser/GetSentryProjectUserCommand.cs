using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Pipeline;
using SentryAudit.Requests;

namespace SentryAudit.Commands.EndUser;

/// <summary>Gets the end users that events of projects name. Sentry allows 5 requests a minute for an organization.</summary>
[Cmdlet(VerbsCommon.Get, "SentryProjectUser")]
[OutputType(typeof(SentryProjectUser))]
[RequiresScope("project:read")]
[RequiresScope("org:read", For = "projects")]
public sealed class GetSentryProjectUserCommand() : SentryListingCmdlet<ProjectReference, SentryProjectUser>(static (_, _) => true)
{
    // Sentry allows 5 requests in 60 seconds, and a project takes at least one.
    private static readonly TimeSpan PerProject = TimeSpan.FromSeconds(12);

    private readonly NamedProjects _projects = new();

    /// <summary>Projects by slug, id, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    /// <summary>
    /// Only users with this value: id:…, email:…, username:… or ip:…. Sentry finds nothing without the field before the
    /// colon.
    /// </summary>
    [Parameter]
    [Filter(FilterValues.Free)]
    [ValidateNotNullOrEmpty]
    [ValidatePattern("^(id|email|username|ip):.+$")]
    public string? Query { get; set; }

    // The keys choose the lists to read. The users in them are not matched against keys.
    private protected override IReadOnlyList<ProjectReference>? Keys => null;

    private protected override string PluralNoun => "users";

    private protected override IEnumerable<EntityReference> CollectKeys() => _projects.Add(Project);

    private protected override IEnumerable<EntityReference> UnmatchedKeys => _projects.Unmatched;

    private protected override async IAsyncEnumerable<SentryProjectUser> ListAsync(
        OrganizationHome organization, IReadOnlyList<ProjectReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var projects = await _projects.ResolveAsync(At(organization), cancellationToken);
        var slugs = projects?.Select(project => project.Slug).ToArray()
            ?? await Api.Projects.ReadReachableSlugsAsync(organization, cancellationToken);
        var progress = new PacedProgress(Pipeline, Clock, $"Reading the users of {organization}'s projects", slugs.Count, PerProject);
        try
        {
            progress.Start();
            await foreach (var (project, user, fault) in Api.ProjectUsers.ListAsync(organization, slugs, Query, cancellationToken))
            {
                if (user is not null)
                {
                    yield return user;
                    continue;
                }

                progress.CompleteOne();
                if (fault is not null)
                {
                    ReportIncomplete(fault, project);
                }
            }
        }
        finally
        {
            progress.Complete();
        }
    }
}
