using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SentryAudit.Common.Text;
using SentryAudit.Completers;
using SentryAudit.Models;

namespace SentryAudit.Cmdlets;

/// <summary>A cmdlet that changes client keys. The keys themselves, by which Sentry knows them, stay in here.</summary>
public abstract class SentryProjectKeyChangeCmdlet : SentryChangeCmdlet<ProjectKeyReference, SentryProjectKey>
{
    private readonly NamedProjects _projects = new();
    private readonly Dictionary<ProjectKeyReference, List<ProjectReference[]?>> _given = [];
    private IReadOnlyList<SentryProject>? _found;
    private readonly Dictionary<string, SecretText> _ids = new(StringComparer.Ordinal);

    private protected SentryProjectKeyChangeCmdlet()
        : base(static (key, projectKey) => key.Matches(projectKey))
    {
    }

    /// <summary>Keys by label, fingerprint, DSN, wildcard or object. Labels repeat from project to project: name the project too.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectKeyId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectKeyCompleter))]
    [ValidateNotNullOrEmpty]
    public ProjectKeyReference[]? ProjectKey { get; set; }

    /// <summary>Only keys of one of these projects.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ProjectSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectCompleter))]
    [ValidateNotNullOrEmpty]
    public ProjectReference[]? Project { get; set; }

    private protected sealed override IReadOnlyList<ProjectKeyReference>? Keys => ProjectKey;

    private protected sealed override string What => "project keys";

    private protected override IEnumerable<EntityReference> CollectKeys()
    {
        foreach (var key in ProjectKey ?? [])
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_given, key, out _) ??= []).Add(Project);
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
        _found = await _projects.ResolveAsync(Live, organization, cancellationToken);
        var areAllWanted = keys.Any(key => _given[key].Contains(null));
        if (_found is [] && !areAllWanted)
        {
            yield break;
        }

        await foreach (
            var key in Api.ProjectKeys.ListAsync(organization, areAllWanted ? null : _found, showSecret: false, cancellationToken))
        {
            yield return key;
        }
    }

    // Labels repeat: one row's project is not another's.
    private protected sealed override bool Fits(ProjectKeyReference key, SentryProjectKey candidate) =>
        _given[key]
            .Any(projects =>
                projects is null || projects.Any(project => _found!.Any(found => found.Id == candidate.ProjectId && project.Matches(found)))
            );

    // A key of a project that no list has any more can't be found again.
    private protected override SentryException? Refuse(SentryProjectKey candidate) =>
        candidate.ProjectSlug is null
            ? new SentryException(
                "SentryProjectUnknown",
                SentryErrorCategory.ObjectNotFound,
                $"The project of key {candidate} is not listed; it may be on its way to be deleted.",
                "Look at the project in Sentry.")
            : null;

    /// <summary>What a project loses with a key that is switched off.</summary>
    private protected string Loss(SentryProjectKey key) =>
        key.IsActive is true && !Present.Any(other => other.Id != key.Id && other.ProjectId == key.ProjectId && other.IsActive is true)
            ? $"; {key.ProjectSlug} has no other active key and receives no events any more"
            : "";

    /// <summary>By what Sentry knows the key.</summary>
    private protected async Task<SecretText> IdOfAsync(
        OrganizationHome organization,
        SentryProjectKey key,
        CancellationToken cancellationToken) =>
        await FindIdAsync(organization, key, cancellationToken)
        ?? throw new SentryException(
            "SentryObjectNotFound",
            SentryErrorCategory.ObjectNotFound,
            $"{key.ProjectSlug} has no key {key} any more.",
            "Get-SentryProjectKey lists those it has.");

    /// <summary>By what Sentry knows the key; null when it is gone. The organization's list does not tell it, so each project's is read once.</summary>
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
}
