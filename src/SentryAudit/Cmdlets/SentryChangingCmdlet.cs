using SentryAudit.Models;
using SentryAudit.Pipeline;

namespace SentryAudit.Cmdlets;

/// <summary>
/// A cmdlet that changes objects of organizations. All of them are looked up first, and only then is one after the other
/// checked, asked about and changed. One that fails never stops the rest; a list that can't be read whole changes nothing.
/// </summary>
/// <typeparam name="TObject">What is changed.</typeparam>
public abstract class SentryChangingCmdlet<TObject> : SentryWritingCmdlet
{
    // A change takes as long as a page of a listing, so progress is shown after fewer of them.
    private const int QuietChanges = 10;

    private List<TObject> _siblings = [];

    /// <summary>
    /// The objects of the organization, for guards that have to know the others: as they are after the changes made so far.
    /// In a plan (-WhatIf) as they would be, so that its last line reports what the last change would do.
    /// </summary>
    private protected IReadOnlyCollection<TObject> Siblings => _siblings;

    /// <summary>The objects to change in an organization, and all objects, where a guard has to know the others.</summary>
    private protected abstract Task<(IReadOnlyList<TObject> Chosen, List<TObject> All)> LookUpAsync(
        OrganizationHome organization,
        CancellationToken cancellationToken);

    /// <summary>Why the change must not be made; null when it may.</summary>
    private protected virtual SentryException? Refuse(TObject candidate) => null;

    /// <summary>The change as a sentence with the old and new values; null when the object needs no change.</summary>
    private protected abstract string? Describe(TObject candidate);

    /// <summary>Makes the change and gives the changed object, for -PassThru; null where there is none.</summary>
    private protected abstract Task<object?> ChangeAsync(
        OrganizationHome organization,
        TObject candidate,
        CancellationToken cancellationToken);

    /// <summary>The name of an object in questions.</summary>
    private protected virtual string NameOf(TObject candidate, OrganizationHome organization) => $"{candidate} in {organization}";

    /// <summary>The object in errors, and what -PassThru gives when it needs no change.</summary>
    private protected virtual object? ModelOf(TObject candidate) => candidate;

    /// <summary>Whether changed objects are written.</summary>
    private protected virtual bool IsPassedThru => false;

    /// <summary>A question to ask once more, about what somebody might regret; null for none.</summary>
    private protected virtual string? SecondQuestion(TObject candidate) => null;

    /// <summary>What the call does to so many objects of an organization, for example <c>disables 8 of 30 alert rules</c>.</summary>
    private protected abstract string Effect(string number);

    /// <summary>All objects of the kind that an organization has; null when that is not known, or not below a limit.</summary>
    private protected virtual Task<int?> CountAllAsync(OrganizationHome organization, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<int?>(null);

    /// <summary>Runs before an object is asked about: for warnings, and for what a plan has to remember of it.</summary>
    private protected virtual void OnAccepted(TObject candidate)
    {
    }

    private protected void ReportAmbiguous(IEnumerable<EntityReference> names, OrganizationHome organization)
    {
        foreach (var name in names)
        {
            Report(ChangeFaults.Ambiguous(name, organization), name.Value);
        }
    }

    private protected void ReportAcrossOrganizations(IEnumerable<(EntityReference Left, EntityReference Right)> pairs)
    {
        foreach (var (left, right) in IsIncomplete ? [] : pairs)
        {
            Report(ChangeFaults.AcrossOrganizations(left, right), left.Value);
        }
    }

    private protected sealed override async Task RunAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        (var chosen, _siblings) = await LookUpAsync(organization, cancellationToken);
        if (!await ConfirmsManyAsync(organization, chosen, cancellationToken))
        {
            return;
        }

        var progress = new ListingProgress(Pipeline, Clock, $"Changing {organization}", $"of {chosen.Count} done", QuietChanges);
        foreach (var candidate in chosen)
        {
            await TryChangeAsync(organization, candidate, cancellationToken);
            progress.Count();
        }

        progress.Complete();
    }

    private async Task<bool> ConfirmsManyAsync(
        OrganizationHome organization, IReadOnlyList<TObject> chosen, CancellationToken cancellationToken)
    {
        if (chosen.Count <= BlastRadius.FewObjects || (IsForced && !Pipeline.IsPlan))
        {
            return true;
        }

        var changes = CountChanges(chosen);
        var total = changes <= BlastRadius.FewObjects
            ? null
            : await CountAllAsync(organization, BlastRadius.EnoughToCount(changes), cancellationToken);
        return !BlastRadius.IsWide(changes, total)
            || ConfirmsMany($"This {Effect(BlastRadius.Number(changes, total))} of {organization}.", organization);
    }

    // Each change is taken as made for those after it, as the last owner of an organization stays however many are chosen.
    private int CountChanges(IReadOnlyList<TObject> chosen)
    {
        List<TObject> siblings = [.. _siblings];
        var count = 0;
        foreach (var candidate in chosen.Where(WouldChange))
        {
            count++;
            Replace(candidate, changed: null);
        }

        _siblings = siblings;
        return count;
    }

    private bool WouldChange(TObject candidate)
    {
        try
        {
            return Describe(candidate) is not null && Refuse(candidate) is null;
        }
        catch (SentryException)
        {
            // What can't be described is not changed; the error is reported when its turn comes.
            return false;
        }
    }

    private async Task TryChangeAsync(OrganizationHome organization, TObject candidate, CancellationToken cancellationToken)
    {
        try
        {
            await GuardAndChangeAsync(organization, candidate, cancellationToken);
        }
        catch (SentryException error)
        {
            Report(error, ModelOf(candidate) ?? NameOf(candidate, organization));
        }
    }

    private async Task GuardAndChangeAsync(OrganizationHome organization, TObject candidate, CancellationToken cancellationToken)
    {
        var name = NameOf(candidate, organization);
        if (Describe(candidate) is not { } action)
        {
            Pipeline.Verbose($"{name} needs no change.");
            PassThru(ModelOf(candidate));
            return;
        }

        if (Refuse(candidate) is { } refusal)
        {
            throw refusal;
        }

        OnAccepted(candidate);
        if (Pipeline.ShouldProcess(name, action) && ConfirmsAgain(SecondQuestion(candidate), name))
        {
            var changed = await ChangeAsync(organization, candidate, cancellationToken);
            Replace(candidate, changed);
            PassThru(changed);
        }
        else if (Pipeline.IsPlan)
        {
            Replace(candidate, changed: null);
        }
    }

    private void Replace(TObject candidate, object? changed)
    {
        _siblings.Remove(candidate);
        if (changed is TObject now)
        {
            _siblings.Add(now);
        }
    }

    private void PassThru(object? changed)
    {
        if (changed is not null && IsPassedThru)
        {
            Pipeline.Write(changed);
        }
    }
}
