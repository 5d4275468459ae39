namespace SentryAudit.Inventory;

/// <summary>
/// Finds what changed between two states of an organization. An incomplete read proves no absence: what only its absence
/// would say is not said, and a kind that was incomplete both times is refused.
/// </summary>
internal sealed class InventoryComparison(string organization, IInventoryState reference, IInventoryState difference)
{
    /// <param name="doubt">Takes what can't be told of this kind, and why.</param>
    public IEnumerable<SentryInventoryChange> Compare(InventoryKind kind, Action<SentryException> doubt)
    {
        if (reference.Find(kind) is not { } before || difference.Find(kind) is not { } after)
        {
            doubt(ComparisonDoubt.NeverRead(kind, organization, inReference: reference.Find(kind) is null));
            yield break;
        }

        if (!before.IsComplete && !after.IsComplete)
        {
            doubt(ComparisonDoubt.BothIncomplete(kind, organization, before, after));
            yield break;
        }

        if (!before.IsComplete || !after.IsComplete)
        {
            doubt(ComparisonDoubt.OneIncomplete(kind, organization, before.IsComplete ? after : before, isReference: !before.IsComplete));
        }

        foreach (var (old, now) in Match(kind))
        {
            foreach (var change in Describe(kind, old, now, before, after))
            {
                yield return change;
            }
        }
    }

    private IEnumerable<SentryInventoryChange> Describe(
        InventoryKind kind,
        KnownObject? old,
        KnownObject? now,
        InventorySection before,
        InventorySection after)
    {
        var (wasThere, isThere) = (old is { RemovedAt: null }, now is { RemovedAt: null });
        if (wasThere && isThere)
        {
            return PropertyComparer
                .Compare(old!.Entity, now!.Entity)
                .Select(change => Change(SentryInventoryChangeType.Changed, kind, now, after.ReadAt, change));
        }

        // A tombstone is proof; mere absence only where everything was read.
        if (wasThere && (now is not null || after.ProvesAbsenceOf(old!.Entity)))
        {
            return [Change(SentryInventoryChangeType.Removed, kind, old!, now?.RemovedAt ?? after.ReadAt)];
        }

        return isThere && (old is not null || before.ProvesAbsenceOf(now!.Entity))
            ? [Change(SentryInventoryChangeType.Added, kind, now!, old is null ? now!.FirstSeen : after.ReadAt)]
            : [];
    }

    // By the key first, over everything; only what is left may be known by something else.
    private IEnumerable<(KnownObject? Old, KnownObject? Now)> Match(InventoryKind kind)
    {
        var old = new Dictionary<string, KnownObject>(StringComparer.Ordinal);
        foreach (var entry in kind.ReadFrom(reference))
        {
            old.TryAdd(entry.Key, entry);
        }

        var unmatched = new List<KnownObject>();
        foreach (var now in kind.ReadFrom(difference))
        {
            if (old.Remove(now.Key, out var same))
            {
                yield return (same, now);
            }
            else
            {
                unmatched.Add(now);
            }
        }

        var byOtherKey = old
            .Values.SelectMany(entry => entry.OtherKeys, (entry, key) => (Entry: entry, Key: key))
            .ToLookup(pair => pair.Key, pair => pair.Entry, StringComparer.Ordinal);
        foreach (var now in unmatched)
        {
            var same = now.OtherKeys.SelectMany(key => byOtherKey[key]).FirstOrDefault(entry => old.ContainsKey(entry.Key));
            if (same is not null)
            {
                old.Remove(same.Key);
            }

            yield return (same, now);
        }

        foreach (var gone in old.Values)
        {
            yield return (gone, null);
        }
    }

    private SentryInventoryChange Change(
        SentryInventoryChangeType type,
        InventoryKind kind,
        KnownObject entry,
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
