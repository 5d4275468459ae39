using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SentryAudit.Common.Text;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Cmdlets;

/// <summary>A cmdlet that changes client keys. Sentry identifies a key by its secret text, which never leaves this class.</summary>
public abstract class SentryProjectKeyChangeCmdlet : SentryChangeCmdlet<ProjectKeyReference, SentryProjectKey>
{
    private readonly NamedProjects _projects = new();

    // The projects that were given beside each key; null for a key that was given without a project.
    private readonly Dictionary<ProjectKeyReference, List<ProjectReference[]?>> _projectsOfKeys = [];
    private IReadOnlyList<SentryProject>? _foundProjects;
    private readonly Dictionary<string, SecretText> _ids = new(StringComparer.Ordinal);

    private protected SentryProjectKeyChangeCmdlet()
        : base(static (key, projectKey) => key.Matches(projectKey))
    {
    }

    /// <summary>
    /// Keys by label, fingerprint, DSN, wildcard or object. Several projects may use the same label, so name the
    /// project too.
    /// </summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("ProjectKeyId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectKeyCompleter))]
    public ProjectKeyReference[]? ProjectKey { get; set; }

    /// <summary>Only keys of one of these projects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Filter(FilterValues.Objects)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    public ProjectReference[]? Project { get; set; }

    private protected sealed override IReadOnlyList<ProjectKeyReference>? Keys => ProjectKey;

    private protected sealed override string PluralNoun => "project keys";

    private protected override IEnumerable<EntityReference> CollectKeys()
    {
        foreach (var key in ProjectKey ?? [])
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_projectsOfKeys, key, out _) ??= []).Add(Project);
        }

        return base.CollectKeys().Concat(_projects.Add(Project));
    }

    private protected sealed override IEnumerable<EntityReference> UnmatchedKeys => base.UnmatchedKeys.Concat(_projects.Unmatched);

    private protected sealed override string NameOf(SentryProjectKey candidate, OrganizationHome organization) =>
        $"{candidate} ({candidate.PublicKey}) of {candidate.ProjectSlug} in {organization}";

    private protected sealed override async IAsyncEnumerable<SentryProjectKey> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<ProjectKeyReference> keys,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _foundProjects = await _projects.ResolveAsync(At(organization, Live), cancellationToken);
        var areAllWanted = keys.Any(key => _projectsOfKeys[key].Contains(null));
        if (_foundProjects is [] && !areAllWanted)
        {
            yield break;
        }

        var projects = areAllWanted ? null : _foundProjects;
        await foreach (var key in Api.ProjectKeys.ListAsync(organization, projects, showSecret: false, cancellationToken))
        {
            yield return key;
        }
    }

    private protected sealed override IAsyncEnumerable<SentryProjectKey> ListAll(
        OrganizationHome organization,
        CancellationToken cancellationToken) =>
        Api.ProjectKeys.ListAsync(organization, wanted: null, showSecret: false, cancellationToken);

    private protected sealed override bool IsListedWhole(IReadOnlyList<ProjectKeyReference> keys) =>
        keys.Any(key => _projectsOfKeys[key].Contains(null));

    // Several projects may use the same label: the project of one row says nothing about the key of another row.
    private protected sealed override bool Fits(ProjectKeyReference key, SentryProjectKey candidate) =>
        _projectsOfKeys[key].Any(projects => projects?.Any(project => IsProjectOf(candidate, project)) is not false);

    // The address of a key holds the slug of its project, which is unknown when no list has the project any more.
    private protected override SentryException? Refuse(SentryProjectKey candidate) =>
        candidate.ProjectSlug is null
            ? new SentryException(
                "SentryProjectUnknown",
                SentryErrorCategory.ObjectNotFound,
                $"The key {candidate} can't be changed, because Sentry does not list its project. Sentry may be deleting the project.",
                "Check the project in Sentry.")
            : null;

    /// <summary>What a project loses with this key, as the end of a sentence; empty while it has another active key.</summary>
    private protected string Loss(SentryProjectKey key) =>
        key.IsActive is true && !Siblings.Any(other => other.Id != key.Id && other.ProjectId == key.ProjectId && other.IsActive is true)
            ? $"; {key.ProjectSlug} will have no active key and receive no events"
            : "";

    /// <summary>The text by which Sentry identifies the key.</summary>
    private protected async Task<SecretText> IdOfAsync(
        OrganizationHome organization,
        SentryProjectKey key,
        CancellationToken cancellationToken) =>
        await FindIdAsync(organization, key, cancellationToken)
        ?? throw new SentryException(
            "SentryObjectNotFound",
            SentryErrorCategory.ObjectNotFound,
            $"The project {key.ProjectSlug} does not have the key {key} any more.",
            "List the keys that it has with Get-SentryProjectKey.");

    /// <summary>
    /// The text by which Sentry identifies the key; null when the key is gone. The list of an organization does not have
    /// it, so the list of each project is read once.
    /// </summary>
    private protected async Task<SecretText?> FindIdAsync(
        OrganizationHome organization,
        SentryProjectKey key,
        CancellationToken cancellationToken)
    {
        if (!_ids.ContainsKey(key.Id))
        {
            await foreach (
                var (known, id) in Api.ProjectKeys.ListOfProjectAsync(organization, key.ProjectSlug!, showSecret: false, cancellationToken))
            {
                _ids[known.Id] = id;
            }
        }

        return _ids.GetValueOrDefault(key.Id);
    }

    private bool IsProjectOf(SentryProjectKey key, ProjectReference project) =>
        _foundProjects!.Any(found => found.Id == key.ProjectId && project.Matches(found));
}
