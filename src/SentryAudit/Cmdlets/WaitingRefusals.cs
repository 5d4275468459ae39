using SentryAudit.Common.Errors;

namespace SentryAudit.Cmdlets;

/// <summary>Refusals that wait until an organization is done: the same one for many objects is one error.</summary>
internal sealed class WaitingRefusals
{
    private readonly List<(SentryException Error, object? Target)> _waiting = [];

    /// <summary>Keeps a failure that may be one of many of the same kind; false, and nothing is kept, for any other.</summary>
    public bool TryAdd(SentryException error, object? target)
    {
        if (!SameRefusals.IsOne(error))
        {
            return false;
        }

        _waiting.Add((error, target));
        return true;
    }

    /// <summary>Reports what waits, and forgets it.</summary>
    public void Report(Action<SentryException, object?> report)
    {
        var refusals = SameRefusals.Merge(_waiting).ToArray();
        _waiting.Clear();
        foreach (var (error, targets) in refusals)
        {
            report(error, targets is [var only] ? only : targets);
        }
    }
}
