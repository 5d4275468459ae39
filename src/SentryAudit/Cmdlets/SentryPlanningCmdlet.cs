namespace SentryAudit.Cmdlets;

/// <summary>
/// A cmdlet that knows what it would do to each object before it does it, so that the number of changes is known before the
/// first of them.
/// </summary>
/// <typeparam name="TObject">What is changed.</typeparam>
public abstract class SentryPlanningCmdlet<TObject> : SentryWritingCmdlet
{
    private List<TObject> _siblings = [];

    /// <summary>
    /// The objects of the organization, for guards that have to know the others: as they are after the changes made so far.
    /// In a plan (-WhatIf) as they would be, so that its last line reports what the last change would do.
    /// </summary>
    private protected IReadOnlyCollection<TObject> Siblings => _siblings;

    /// <summary>Why the change must not be made; null when it may.</summary>
    private protected virtual SentryException? Refuse(TObject candidate) => null;

    /// <summary>The change as a sentence with the old and new values; null when the object needs no change.</summary>
    private protected abstract string? Describe(TObject candidate);

    /// <summary>Begins with the objects of an organization as they are.</summary>
    private protected void TakeSiblings(List<TObject> siblings) => _siblings = siblings;

    /// <summary>How many of the chosen objects are changed. With -Force nobody asks.</summary>
    private protected int CountChanges(IReadOnlyList<TObject> chosen) => IsNumberAsked ? CountEach(chosen) : 0;

    // Each change is taken as made for those after it, as the last owner of an organization stays however many are chosen.
    private int CountEach(IReadOnlyList<TObject> chosen)
    {
        var siblings = _siblings;
        _siblings = [.. siblings];
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

    /// <summary>Takes a change as made: the object is what it is now, or gone.</summary>
    private protected void Replace(TObject candidate, object? changed)
    {
        _siblings.Remove(candidate);
        if (changed is TObject now)
        {
            _siblings.Add(now);
        }
    }
}
