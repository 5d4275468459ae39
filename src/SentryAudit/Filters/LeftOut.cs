using System.Globalization;

namespace SentryAudit.Filters;

/// <summary>What a call named, and what its filters left out: that exists, so nobody may say that there is no such thing.</summary>
internal sealed class LeftOut
{
    private const int MostNames = 5;

    private readonly HashSet<EntityReference> _leftOut = [];
    private readonly HashSet<EntityReference> _found = [];

    /// <summary>Whether there is a filter at all. Without one nothing is noted, since there may be thousands of names.</summary>
    public bool IsWatched { get; set; }

    /// <summary>Notes names of an object that a filter leaves out.</summary>
    public void Add(IEnumerable<EntityReference> keys) => _leftOut.UnionWith(keys);

    /// <summary>Notes names of an object, and whether it is listed: whatever else is called so does not matter then.</summary>
    /// <returns>Whether it is listed.</returns>
    public bool Note(IEnumerable<EntityReference> keys, bool isListed)
    {
        (isListed ? _found : _leftOut).UnionWith(IsWatched ? keys : []);
        return isListed;
    }

    public bool Contains(EntityReference key) => _leftOut.Contains(key);

    /// <summary>Whether it is of the sort that was left out, and so is no filter itself.</summary>
    public bool HasSortOf(EntityReference key) => _leftOut.Any(other => other.GetType() == key.GetType());

    /// <summary>All of it in one sentence; null when nothing was left out.</summary>
    /// <param name="filters">The filters in words.</param>
    public string? Describe(string filters)
    {
        EntityReference[] keys = [.. _leftOut.Except(_found)];
        return keys switch
        {
            [] => null,
            [var only] => $"The {only.Kind} '{only}' exists, but {filters} leaves it out.",
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"{keys.Length} of those named exist, but {filters} leaves them out: {Names(keys)}."),
        };
    }

    private static string Names(EntityReference[] keys) =>
        string.Join(", ", keys.Take(MostNames).Select(key => $"'{key}'"))
        + (keys.Length > MostNames ? string.Create(CultureInfo.InvariantCulture, $" and {keys.Length - MostNames} more") : "");
}
