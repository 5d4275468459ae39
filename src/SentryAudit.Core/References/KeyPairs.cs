namespace SentryAudit;

/// <summary>
/// Pairs of keys, as of a member and a team: what one input object names belongs together, and with nothing of another
/// input object. Where one names several, each goes with each.
/// </summary>
internal sealed class KeyPairs<TLeft, TLeftObject, TRight, TRightObject>(Func<TLeft, TLeftObject, bool> matchesLeft, Func<TRight, TRightObject, bool> matchesRight)
    where TLeft : EntityReference
    where TRight : EntityReference
{
    private readonly List<(KeySelection<TLeft, TLeftObject> Left, KeySelection<TRight, TRightObject> Right)> _inputs = [];

    public IReadOnlyList<TLeft> Lefts => [.. _inputs.SelectMany(input => input.Left.Keys)];

    public IReadOnlyList<TRight> Rights => [.. _inputs.SelectMany(input => input.Right.Keys)];

    /// <summary>Names that nothing had.</summary>
    public IEnumerable<EntityReference> Unmatched => _inputs.SelectMany(input => input.Left.Unmatched.Concat(input.Right.Unmatched)).DistinctBy(key => (key.Kind, key.Value));

    public IEnumerable<EntityReference> Add(IReadOnlyList<TLeft> left, IReadOnlyList<TRight> right)
    {
        var input = (Left: new KeySelection<TLeft, TLeftObject>(matchesLeft), Right: new KeySelection<TRight, TRightObject>(matchesRight));
        _inputs.Add(input);
        return [.. input.Left.Add(left), .. input.Right.Add(right)];
    }

    /// <summary>The pairs among what there is, each once.</summary>
    public IReadOnlyList<(TLeftObject Left, TRightObject Right)> Among(IReadOnlyCollection<TLeftObject> left, IReadOnlyCollection<TRightObject> right) =>
        [.. _inputs.SelectMany(input => Among(input, left, right)).Distinct()];

    private static IEnumerable<(TLeftObject Left, TRightObject Right)> Among(
        (KeySelection<TLeft, TLeftObject> Left, KeySelection<TRight, TRightObject> Right) input, IReadOnlyCollection<TLeftObject> left, IReadOnlyCollection<TRightObject> right)
    {
        // Both sides are looked through in any case: a name is unknown only if nothing has it.
        TLeftObject[] lefts = input.Left.Keys.Count == 0 ? [] : [.. left.Where(input.Left.Matches)];
        TRightObject[] rights = input.Right.Keys.Count == 0 ? [] : [.. right.Where(input.Right.Matches)];
        return lefts.SelectMany(one => rights, static (one, other) => (one, other));
    }
}
