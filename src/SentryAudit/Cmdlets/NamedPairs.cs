namespace SentryAudit.Cmdlets;

/// <summary>
/// What single inputs name on two sides, for example a person and a team. The names of one input belong together, and are not
/// combined with those of another.
/// </summary>
internal sealed class NamedPairs<TLeft, TRight>
    where TLeft : EntityReference
    where TRight : EntityReference
{
    private readonly List<(TLeft[] Left, TRight[] Right)> _inputs = [];

    /// <summary>Takes what one input names; a side without names means all.</summary>
    public void Add(IReadOnlyList<TLeft>? left, IReadOnlyList<TRight>? right) => _inputs.Add(([.. left ?? []], [.. right ?? []]));

    /// <summary>Whether an input names both.</summary>
    public bool Includes(Func<TLeft, bool> isLeft, Func<TRight, bool> isRight) =>
        _inputs.Exists(input => IsMeant(input.Left, isLeft) && IsMeant(input.Right, isRight));

    private static bool IsMeant<TKey>(TKey[] keys, Func<TKey, bool> matches) => keys is [] || Array.Exists(keys, key => matches(key));
}
