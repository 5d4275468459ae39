using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Api.Stats;
using SentryAudit.Cmdlets;
using SentryAudit.Common.Streams;
using SentryAudit.Common.Time;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Stats;

/// <summary>Gets how much data projects sent and what Sentry did with it, or which products of Sentry they use.</summary>
[Cmdlet(VerbsCommon.Get, "SentryUsage")]
[OutputType(typeof(SentryUsage), typeof(SentryFeatureUsage))]
[RequiresScope("org:read")]
public sealed class GetSentryUsageCommand() : SentryReportCmdlet<ProjectReference, object>(static (_, _) => true)
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(90);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private readonly NamedProjects _projects = new();
    private DateWindow _window = null!;

    /// <summary>Projects by slug, id, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    /// <summary>Only this kind of data.</summary>
    [Parameter]
    [Filter(FilterValues.Category)]
    [ArgumentCompleter(typeof(CategoryCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Category { get; set; }

    /// <summary>Gets the products that each project uses instead, with one request for each project.</summary>
    [Parameter]
    public SwitchParameter Feature { get; set; }

    private protected override IReadOnlyList<ProjectReference>? Keys => null;

    private protected override string PluralNoun => "usage";

    private protected override IEnumerable<EntityReference> CollectKeys() => base.CollectKeys().Concat(_projects.Add(Project));

    private protected override IEnumerable<EntityReference> UnmatchedKeys => _projects.Unmatched;

    private protected override async Task BeginAsync(CancellationToken cancellationToken)
    {
        await base.BeginAsync(cancellationToken);
        try
        {
            _window = ResolveWindow(Feature.IsPresent ? Retention : Month, Retention)!;
            if (Feature.IsPresent && Category is not null)
            {
                throw new SentryException(
                    "CategoryNotAvailable",
                    SentryErrorCategory.InvalidArgument,
                    "-Category can't be used with -Feature, because a product is not a category of data.",
                    "Leave out one of them.");
            }
        }
        catch (SentryException error)
        {
            Pipeline.Terminate(error, target: null);
        }
    }

    private protected override async IAsyncEnumerable<object> ListAsync(
        OrganizationHome organization, IReadOnlyList<ProjectReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var projects = await _projects.ResolveAsync(At(organization), cancellationToken)
            ?? await Api.Projects.ListAsync(organization, [], [], cancellationToken).ReadAllAsync(cancellationToken);
        await foreach (
            var row in Feature.IsPresent
                ? ListFeaturesAsync(organization, projects, cancellationToken)
                : ListVolumesAsync(organization, projects, cancellationToken))
        {
            yield return row;
        }
    }

    private async IAsyncEnumerable<object> ListVolumesAsync(
        OrganizationHome organization,
        IReadOnlyList<SentryProject> projects,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (rows, refused) = await Api.Usage.ReadAsync(organization, projects, Category, _window, cancellationToken);
        foreach (var row in rows)
        {
            yield return row;
        }

        ReportRefused("usage", organization, refused, projects);
    }

    private async IAsyncEnumerable<object> ListFeaturesAsync(
        OrganizationHome organization,
        IReadOnlyList<SentryProject> projects,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var refused = new List<RefusedProject>();
        await foreach (var (project, features, refusal) in Api.FeatureUsage.ListAsync(organization, projects, _window, cancellationToken))
        {
            if (refusal is not null)
            {
                refused.Add(new RefusedProject(project, refusal));
            }

            foreach (var feature in features)
            {
                yield return feature;
            }
        }

        ReportRefused("products", organization, refused, projects);
    }

    private void ReportRefused(
        string what, OrganizationHome organization, IReadOnlyList<RefusedProject> refused, IReadOnlyList<SentryProject> projects)
    {
        if (refused.Count > 0)
        {
            ReportIncomplete(StatsFaults.Refused(what, organization.Slug, refused, projects.Count), organization.Slug);
        }
    }
}
