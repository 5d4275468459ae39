namespace SentryAudit.Inventory;

/// <summary>
/// Finds the differences between two states of an organization. If a kind is not complete in one state, objects that are missing there are
/// not taken for removed or added; if it is complete in neither state, it is not compared.
/// </summary>
internal sealed class InventoryComparison(string organization, IInventoryState reference, IInventoryState difference)
{
    // What the deactivation of an account changes.
    private static readonly HashSet<string> Deactivation =
        new(StringComparer.Ordinal) { nameof(SentryMember.IsActive), nameof(SentryMember.Status) };

    /// <param name="kind">The kind of object to compare.</param>
    /// <param name="report">Receives why the kind can't be compared, or not completely.</param>
    /// <param name="note">Receives that the kind can't be compared because a Sentry does not have it, which nobody can mend.</param>
    public IEnumerable<SentryInventoryChange> Compare(InventoryKind kind, Action<SentryException> report, Action<string> note)
    {
        if (reference.Find(kind) is not { } before || difference.Find(kind) is not { } after)
        {
            report(ComparisonFaults.NeverRead(kind, organization, inReference: reference.Find(kind) is null));
            yield break;
        }

        if (before.IsNotOnServer || after.IsNotOnServer)
        {
            note(ComparisonFaults.NotOnServer(kind, organization, before.IsNotOnServer ? before : after));
            yield break;
        }

        if (!before.IsUsable && !after.IsUsable)
        {
            report(ComparisonFaults.BothIncomplete(kind, organization, before, after));
            yield break;
        }

        if (!before.IsComplete || !after.IsComplete)
        {
            report(Limit(kind, before, after));
        }

        foreach (var (old, now) in EntryMatching.Match(kind, reference, difference))
        {
            foreach (var change in Describe(kind, old, now, before, after))
            {
                yield return change;
            }
        }
    }

    private SentryException Limit(InventoryKind kind, InventorySection before, InventorySection after)
    {
        // Of two, the one that is read only in part is the stronger limit.
        var isReference = !before.IsUsable || (after.IsUsable && !before.IsComplete);
        var side = isReference ? before : after;
        return side.IsUsable
            ? ComparisonFaults.Limited(kind, organization, side, isReference)
            : ComparisonFaults.OneIncomplete(kind, organization, side, isReference);
    }

    private IEnumerable<SentryInventoryChange> Describe(
        InventoryKind kind,
        UntypedEntry? old,
        UntypedEntry? now,
        InventorySection before,
        InventorySection after)
    {
        var (existed, exists) = (old is { RemovedAt: null }, now is { RemovedAt: null });
        if (existed && exists)
        {
            var isDeactivated = old!.Entity is SentryMember { IsActive: not false } && now!.Entity is SentryMember { IsActive: false };
            var changes = PropertyComparer
                .Compare(old.Entity, now!.Entity)
                .Where(change => !isDeactivated || !Deactivation.Contains(change.Property))
                .Select(change => Change(SentryInventoryChangeType.Changed, kind, now, after.ReadAt, change));
            return isDeactivated
                ? changes.Prepend(Change(SentryInventoryChangeType.Deactivated, kind, now, after.ReadAt))
                : changes;
        }

        // An entry with RemovedAt proves the removal; without an entry, only a complete read does.
        if (existed && (now is not null || after.ProvesAbsenceOf(old!.Entity)))
        {
            return [Change(SentryInventoryChangeType.Removed, kind, old!, now?.RemovedAt ?? after.ReadAt)];
        }

        return exists && (old is not null || before.ProvesAbsenceOf(now!.Entity))
            ? [Change(SentryInventoryChangeType.Added, kind, now!, old is null ? now!.FirstSeen : after.ReadAt)]
            : [];
    }

    private SentryInventoryChange Change(
        SentryInventoryChangeType type,
        InventoryKind kind,
        UntypedEntry entry,
        DateTimeOffset detectedAt,
        (string? Property, string? OldValue, string? NewValue) change = default) =>
        new()
        {
            ChangeType = type,
            EntityType = kind.Type,
            Key = entry.Key,
            DisplayName = entry.Entity.ToString(),
            Property = change.Property,
            OldValue = change.OldValue,
            NewValue = change.NewValue,
            Significance = ChangeRanking.Rank(kind.Type, change.Property),
            OrganizationSlug = organization,
            DetectedAt = detectedAt,
        };
}
