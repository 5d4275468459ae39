using SentryAudit.Common.Streams;

namespace SentryAudit.References;

/// <summary>
/// Pairs of keys, for example of a member and a team. What one input object names belongs together, and with nothing of
/// another input object. Where one names several on a side, each is paired with each.
/// </summary>
internal sealed class KeyPairs<TLeft, TLeftObject, TRight, TRightObject>(
    Func<TLeft, TLeftObject, bool> matchesLeft,
    Func<TRight, TRightObject, bool> matchesRight)
    where TLeft : EntityReference
    where TRight : EntityReference
{
    private readonly List<(KeySelection<TLeft, TLeftObject> Left, KeySelection<TRight, TRightObject> Right)> _inputs = [];
    private readonly HashSet<KeySelection<TLeft, TLeftObject>> _paired = [];

    /// <summary>
    /// Names that were found, but in different organizations: the first two of each input object that made no pair. An
    /// input object with a pattern is left out, because a pattern may match nothing.
    /// </summary>
    public IEnumerable<(EntityReference Left, EntityReference Right)> AcrossOrganizations =>
        _inputs
            .Where(input =>
                !_paired.Contains(input.Left)
                && !input.Left.Keys.Any(key => key.IsPattern)
                && !input.Right.Keys.Any(key => key.IsPattern)
                && !input.Left.Unmatched.Concat(input.Right.Unmatched).Any())
            .Select(input => ((EntityReference)input.Left.Keys[0], (EntityReference)input.Right.Keys[0]));

    /// <summary>Names that matched nothing in any organization.</summary>
    public IEnumerable<EntityReference> Unmatched =>
        _inputs.SelectMany(input => input.Left.Unmatched.Concat(input.Right.Unmatched)).DistinctBy(key => (key.Kind, key.Value));

    /// <summary>Takes what one input object names.</summary>
    public IEnumerable<EntityReference> Add(IReadOnlyList<TLeft> left, IReadOnlyList<TRight> right)
    {
        var input = (Left: new KeySelection<TLeft, TLeftObject>(matchesLeft), Right: new KeySelection<TRight, TRightObject>(matchesRight));
        _inputs.Add(input);
        return [.. input.Left.Add(left), .. input.Right.Add(right)];
    }

    /// <summary>The pairs of one organization, each once, and the names that several objects have, which make no pair.</summary>
    /// <param name="applies">Whether a key was given for this organization.</param>
    /// <param name="listLeft">Lists one side by its keys. A side without keys is not listed.</param>
    /// <param name="listRight">Lists the other side.</param>
    public async Task<(IReadOnlyList<(TLeftObject Left, TRightObject Right)> Pairs, IReadOnlyList<EntityReference> Ambiguous)> LookUpAsync(
        Func<EntityReference, bool> applies,
        Func<IReadOnlyList<TLeft>, IAsyncEnumerable<TLeftObject>> listLeft,
        Func<IReadOnlyList<TRight>, IAsyncEnumerable<TRightObject>> listRight,
        CancellationToken cancellationToken)
    {
        TLeft[] leftKeys = [.. _inputs.SelectMany(input => input.Left.Keys).Where(key => applies(key))];
        TRight[] rightKeys = [.. _inputs.SelectMany(input => input.Right.Keys).Where(key => applies(key))];
        var lefts = leftKeys is [] ? [] : await listLeft(leftKeys).ReadAllAsync(cancellationToken).ConfigureAwait(false);
        var rights = rightKeys is [] ? [] : await listRight(rightKeys).ReadAllAsync(cancellationToken).ConfigureAwait(false);
        return Among(lefts, rights, applies);
    }

    /// <summary>The pairs among the objects of one organization.</summary>
    public (IReadOnlyList<(TLeftObject Left, TRightObject Right)> Pairs, IReadOnlyList<EntityReference> Ambiguous) Among(
        IReadOnlyCollection<TLeftObject> lefts,
        IReadOnlyCollection<TRightObject> rights,
        Func<EntityReference, bool> applies)
    {
        var pairs = new List<(TLeftObject Left, TRightObject Right)>();
        var ambiguous = new List<EntityReference>();
        foreach (var input in _inputs)
        {
            var left = input.Left.Choose(lefts, (key, _) => applies(key));
            var right = input.Right.Choose(rights, (key, _) => applies(key));
            if ((left.Chosen.Count > 0 && right.Chosen.Count > 0) || left.Ambiguous.Count > 0 || right.Ambiguous.Count > 0)
            {
                _paired.Add(input.Left);
            }

            pairs.AddRange(left.Chosen.SelectMany(_ => right.Chosen, static (one, other) => (one, other)));
            ambiguous.AddRange(left.Ambiguous);
            ambiguous.AddRange(right.Ambiguous);
        }

        return ([.. pairs.Distinct()], [.. ambiguous.DistinctBy(key => (key.Kind, key.Value))]);
    }
}
