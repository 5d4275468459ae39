namespace SentryAudit.Api.Calls;

/// <summary>
/// Decides whether what was read is the whole list. Either the way it was read shows it, or a further pass does: the list had n items when
/// the pass before ended, and n of the items known by then were seen again afterwards; so these are the n.
/// </summary>
internal sealed class ListProof(ListOrder order)
{
    /// <summary>A busy list is read that often before it is given up.</summary>
    public const int MostPasses = 4;

    private long? _before;
    private long? _total;
    private bool _isProved;

    public int Passes { get; private set; }

    /// <summary>True when nothing more needs to be read.</summary>
    /// <param name="pass">The pass that has ended; null for a list of one page, which is whole whatever its order.</param>
    /// <param name="total">Sentry's count of the list on the last page of the pass; null where there is none.</param>
    /// <param name="seen">What was read so far.</param>
    /// <param name="isInOrder">Whether the pass was read in an order that holds, though the list has another one.</param>
    public bool Accept<T>(IListPass<T>? pass, long? total, SeenIds seen, bool isInOrder)
    {
        Passes++;
        _total = total;
        _isProved |= pass is null || (pass.IsWhole && (isInOrder || order is ListOrder.Holds)) || seen.Again == _before;
        _before = (total ?? pass?.Rows) - seen.Nameless;
        return order is ListOrder.Unknown || (_isProved && !(total > seen.Count));
    }

    /// <summary>True when a further pass would show nothing else.</summary>
    public bool IsHopeless => Passes == MostPasses || (_isProved && Passes > 1);

    public SentryException Fault(SeenIds seen) =>
        _isProved ? PagingFaults.Uncounted(_total!.Value, seen.Count) : PagingFaults.Unproved(Passes);
}
