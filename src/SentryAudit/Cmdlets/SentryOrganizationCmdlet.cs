using System.Management.Automation;
using SentryAudit.Common.Errors;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Input;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Cmdlets;

/// <summary>
/// A cmdlet that works organization by organization. All input is collected first: a thousand keys from the pipeline cost
/// one listing, not a thousand. A failure in one organization does not keep the others from being worked on.
/// </summary>
public abstract class SentryOrganizationCmdlet : SentryConnectedCmdlet
{
    private readonly KeyPlaces _places = new();

    // What could not be looked up; null stands for input that names no organization.
    private readonly List<OrganizationReference?> _unresolved = [];
    private readonly List<(SentryException Error, object? Target)> _refusals = [];
    private CmdletInput _input = null!;
    private MissingNames _missing = null!;
    private NamedOrganizations? _named;
    private FilterCheck _filters = null!;
    private bool _hasInput;

    /// <summary>
    /// Organizations by slug, id, wildcard or object; without it, the connection's default, else all that the token
    /// sees.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("OrganizationSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OrganizationCompleter))]
    public virtual OrganizationReference[]? Organization { get; set; }

    /// <summary>The object of the pipeline as it came. <see cref="Joins"/> says what it means here.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public virtual PSObject? InputObject { get; set; }

    /// <summary>The organizations that the current input object names beside its keys.</summary>
    private protected virtual IReadOnlyList<OrganizationReference>? InputOrganizations => Organization;

    /// <summary>Values that filters ask for and that are not known.</summary>
    private protected UnknownValues Unknown { get; } = new();

    /// <summary>Whether something could not be read whole. What was not found may exist then.</summary>
    private protected bool IsIncomplete { get; private set; }

    /// <summary>Takes the keys of one input object, and returns them for the organizations that they name.</summary>
    private protected virtual IEnumerable<EntityReference> CollectKeys() => [];

    /// <summary>Does the work of the cmdlet in one organization.</summary>
    private protected abstract Task RunAsync(OrganizationHome organization, CancellationToken cancellationToken);

    /// <summary>Keys that matched nothing in any organization.</summary>
    private protected virtual IEnumerable<EntityReference> UnmatchedKeys => [];

    /// <summary>What leaves something out where the call names no filter, in words; null for nothing.</summary>
    private protected virtual string? DefaultFilter => null;

    /// <summary>Those of some names that there are in an organization, whatever the filters of the call leave out.</summary>
    private protected virtual IAsyncEnumerable<EntityReference>? FindNamesAsync(
        OrganizationHome organization, IReadOnlyList<EntityReference> names, CancellationToken cancellationToken) => null;

    /// <summary>What the filters of the call left out of what it named.</summary>
    private protected LeftOut LeftOut { get; } = new();

    /// <summary>The values of a filter without those that the organization at hand does not have.</summary>
    private protected string[] KnownHere(string parameter, IEnumerable<string>? given) => _filters.KnownHere(parameter, given);

    private protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        (_filters, _missing) = (FilterCheck.Of(this), new MissingNames(FindNamesAsync, LeftOut));
        _input = CmdletInput.Of(this, CmdletNames.Of(GetType()));
        _input.RefuseEmptyKeys(Pipeline);
        return base.BeginAsync(cancellationToken);
    }

    private protected sealed override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (_named is null && InputObject is not null && _input.IsOrganizationGiven)
        {
            _named = new NamedOrganizations(Organization ?? [], CurrentConnection.Directory);
            await _named.ResolveAsync(Source, Report, cancellationToken);
        }

        _input.ForEach(InputObject, MyInvocation?.ExpectingInput is true, IsNamed, Take, Report);
    }

    private protected sealed override async Task EndAsync(CancellationToken cancellationToken)
    {
        // An empty pipeline asks for nothing. Without this check "no keys" would mean everything.
        if (!_hasInput)
        {
            return;
        }

        var done = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var key in _places.Organizations)
        {
            await RunInEachAsync(key, done, cancellationToken);
        }

        await CompleteAsync(cancellationToken);
        await ReportMissingAsync(cancellationToken);
        OnAllRead();
    }

    /// <summary>Runs once, when all organizations have been looked through.</summary>
    private protected virtual Task CompleteAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs once, when the work is done in all organizations.</summary>
    private protected virtual void OnAllRead()
    {
    }

    /// <summary>Says of how many objects of an organization it is not known whether they are meant.</summary>
    private protected void WarnOfUnknown(string noun, OrganizationHome organization) =>
        Unknown.Take(noun, organization.Slug).ToList().ForEach(Pipeline.Warn);

    /// <summary>Reports a failed read. Refusals wait until the organization is done: the same one for many objects is one error.</summary>
    private protected void ReportIncomplete(SentryException error, object? target)
    {
        IsIncomplete = true;
        if (SameRefusals.IsOne(error))
        {
            _refusals.Add((error, target));
        }
        else
        {
            Report(error, target);
        }
    }

    private void ReportRefusals()
    {
        var refusals = SameRefusals.Merge(_refusals).ToArray();
        _refusals.Clear();
        foreach (var (error, targets) in refusals)
        {
            Report(error, targets is [var only] ? only : targets);
        }
    }

    /// <summary>Whether a key was given for this organization: a row of a list names objects of its own organization only.</summary>
    private protected bool AppliesTo(OrganizationHome organization, EntityReference key) => _places.AppliesTo(organization, key);

    /// <summary>Where the keys of an organization are looked up.</summary>
    private protected KeyScope At(OrganizationHome organization, ISentrySource? source = null) =>
        new(source ?? Source, organization, key => AppliesTo(organization, key));

    /// <summary>Whether an organization was asked for but could not be looked up.</summary>
    private protected bool IsUnresolved(string slug) =>
        _unresolved.Exists(key => key?.MatchesSlug(slug) ?? (CurrentConnection.Organization ?? slug) == slug);

    private void Take()
    {
        _hasInput = true;
        _filters.Collect();
        LeftOut.IsWatched = _filters.IsAny;
        EntityReference[] keys = [.. CollectKeys()];
        _places.Add(keys, InputOrganizations, _input.IsOrganizationGiven);
    }

    private async Task ReportMissingAsync(CancellationToken cancellationToken)
    {
        var filters = string.Join(" and ", new[] { _filters.Words, DefaultFilter }.Where(words => !string.IsNullOrEmpty(words)));
        var isToldWhy = _filters.Report(Report, Pipeline.Warn);

        // After an incomplete read a key may be among what is missing, and that error has been reported.
        EntityReference[] unmatched = IsIncomplete ? [] : [.. UnmatchedKeys];
        foreach (var key in filters is "" ? unmatched : await _missing.FindAsync(unmatched, AppliesTo, ReportIncomplete, cancellationToken))
        {
            ReportMissing(key);
            isToldWhy |= !LeftOut.HasSortOf(key);
        }

        // Where a filter itself names nothing, that is why.
        if (!isToldWhy && LeftOut.Describe(filters) is { } sentence)
        {
            Action<string> tell = MyInvocation?.ExpectingInput is true ? Pipeline.Verbose : Pipeline.Warn;
            tell(sentence);
        }
    }

    private void ReportMissing(EntityReference key)
    {
        if (key.IsPattern)
        {
            Pipeline.Warn($"No {key.Kind} matches '{key}', so it limits the call to nothing.");
            return;
        }

        var isElsewhere = _input.IsOrganizationGiven && key.Organization is { } own && !IsNamed(own);
        Report(isElsewhere ? KeyNotFound.Elsewhere(key) : KeyNotFound.For(key), key.Value);
    }

    private bool IsNamed(string slugOrId) =>
        (_named ?? new NamedOrganizations(Organization ?? [], CurrentConnection.Directory)).Contains(slugOrId);

    private async Task RunInEachAsync(OrganizationReference? key, HashSet<string> done, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var organization in Source.ResolveOrganizationsAsync(key, cancellationToken))
            {
                if (!done.Add(organization.Slug))
                {
                    continue;
                }

                if (key is null)
                {
                    _places.AddDefault(organization.Slug);
                }

                await TryRunAsync(organization, cancellationToken);
            }
        }
        catch (SentryException error)
        {
            _unresolved.Add(key);
            ReportIncomplete(error, key);
        }

        ReportRefusals();
    }

    private async Task TryRunAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        try
        {
            _missing.Add(organization);
            var reader = new KnownValueReader(Source, Api, CurrentConnection.KnownValues);
            if (await _filters.MayFindAsync(reader, organization, Pipeline.Warn, cancellationToken))
            {
                await RunAsync(organization, cancellationToken);
            }
            else
            {
                _missing.NoteSkipped();
            }
        }
        catch (SentryException error)
        {
            ReportIncomplete(error, organization.Slug);
        }

        ReportRefusals();
    }
}
