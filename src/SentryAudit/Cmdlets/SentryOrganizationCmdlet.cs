using SentryAudit.Filters;
using SentryAudit.Models;

namespace SentryAudit.Cmdlets;

/// <summary>
/// A cmdlet that works organization by organization, once all input is collected. A failure in one organization does not keep the others
/// from being worked on.
/// </summary>
public abstract class SentryOrganizationCmdlet : SentryInputCmdlet
{
    // What could not be looked up; null stands for input that names no organization.
    private readonly List<OrganizationReference?> _unresolved = [];
    private readonly WaitingRefusals _refusals = new();
    private MissingNames _missing = null!;
    private FilterCheck _filters = null!;

    /// <summary>Values that filters ask for and that are not known.</summary>
    private protected UnknownValues Unknown { get; } = new();

    /// <summary>Whether something could not be read whole. What was not found may exist then.</summary>
    private protected bool IsIncomplete { get; private set; }

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
        return base.BeginAsync(cancellationToken);
    }

    private protected sealed override async Task EndAsync(CancellationToken cancellationToken)
    {
        // An empty pipeline asks for nothing. Without this check "no keys" would mean everything.
        if (!HasInput)
        {
            return;
        }

        var done = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var key in InputPlaces.Organizations)
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
        if (!_refusals.TryAdd(error, target))
        {
            Report(error, target);
        }
    }

    /// <summary>Whether an organization was asked for but could not be looked up.</summary>
    private protected bool IsUnresolved(string slug) =>
        _unresolved.Exists(key => key?.MatchesSlug(slug) ?? (CurrentConnection.Organization ?? slug) == slug);

    private protected sealed override void OnInput()
    {
        _filters.Collect();
        LeftOut.IsWatched = _filters.IsAny;
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

        var isElsewhere = IsOrganizationGiven && key.Organization is { } own && !IsNamed(own);
        Report(isElsewhere ? KeyNotFound.Elsewhere(key) : KeyNotFound.For(key), key.Value);
    }

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
                    InputPlaces.AddDefault(organization.Slug);
                }

                await TryRunAsync(organization, cancellationToken);
            }
        }
        catch (SentryException error)
        {
            _unresolved.Add(key);
            ReportIncomplete(error, key);
        }

        _refusals.Report(Report);
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

        _refusals.Report(Report);
    }
}
