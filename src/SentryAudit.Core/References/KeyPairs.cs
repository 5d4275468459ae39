namespace SentryAudit.References;

/// <summary>
/// Pairs of keys, as of a member and a team: what one input object names belongs together, and with nothing of another
/// input object. Where one names several, each goes with each.
/// </summary>
internal sealed class KeyPairs<TLeft, TLeftObject, TRight, TRightObject>(
    Func<TLeft, TLeftObject, bool> matchesLeft,
    Func<TRight, TRightObject, bool> matchesRight)
    where TLeft : EntityReference
    where TRight : EntityReference
{
    private readonly List<(KeySelection<TLeft, TLeftObject> Left, KeySelection<TRight, TRightObject> Right)> _inputs = [];
    private readonly HashSet<KeySelection<TLeft, TLeftObject>> _met = [];

    public IReadOnlyList<TLeft> Lefts => [.. _inputs.SelectMany(input => input.Left.Keys)];

    public IReadOnlyList<TRight> Rights => [.. _inputs.SelectMany(input => input.Right.Keys)];

    /// <summary>Names that were found, but not in one organization: the first of each input object without any pair. A pattern may match nothing there.</summary>
    public IEnumerable<(TLeft Left, TRight Right)> Apart =>
        _inputs
            .Where(input =>
                !_met.Contains(input.Left)
                && !input.Left.Keys.Any(key => key.IsPattern)
                && !input.Right.Keys.Any(key => key.IsPattern)
                && !input.Left.Unmatched.Concat(input.Right.Unmatched).Any())
            .Select(input => (input.Left.Keys[0], input.Right.Keys[0]));

    /// <summary>Names that nothing had.</summary>
    public IEnumerable<EntityReference> Unmatched =>
        _inputs.SelectMany(input => input.Left.Unmatched.Concat(input.Right.Unmatched)).DistinctBy(key => (key.Kind, key.Value));

    public IEnumerable<EntityReference> Add(IReadOnlyList<TLeft> left, IReadOnlyList<TRight> right)
    {
        var input = (Left: new KeySelection<TLeft, TLeftObject>(matchesLeft), Right: new KeySelection<TRight, TRightObject>(matchesRight));
        _inputs.Add(input);
        return [.. input.Left.Add(left), .. input.Right.Add(right)];
    }

    /// <summary>The pairs among what there is, each once, and the names that several answer to, which make no pair.</summary>
    /// <param name="isMeant">Whether a key means anything here.</param>
    public (IReadOnlyList<(TLeftObject Left, TRightObject Right)> Pairs, IReadOnlyList<EntityReference> Ambiguous) Among(
        IReadOnlyCollection<TLeftObject> left, IReadOnlyCollection<TRightObject> right, Func<EntityReference, bool> isMeant)
    {
        var pairs = new List<(TLeftObject Left, TRightObject Right)>();
        var ambiguous = new List<EntityReference>();
        foreach (var input in _inputs)
        {
            var (lefts, rights) = (input.Left.Choose(left, (key, _) => isMeant(key)), input.Right.Choose(right, (key, _) => isMeant(key)));
            if ((lefts.Chosen.Count > 0 && rights.Chosen.Count > 0) || lefts.Ambiguous.Count > 0 || rights.Ambiguous.Count > 0)
            {
                _met.Add(input.Left);
            }

            pairs.AddRange(lefts.Chosen.SelectMany(one => rights.Chosen, static (one, other) => (one, other)));
            ambiguous.AddRange(lefts.Ambiguous);
            ambiguous.AddRange(rights.Ambiguous);
        }

        return ([.. pairs.Distinct()], [.. ambiguous.DistinctBy(key => (key.Kind, key.Value))]);
    }
}
