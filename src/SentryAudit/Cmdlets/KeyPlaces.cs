using System.Runtime.InteropServices;
using SentryAudit.Models;

namespace SentryAudit.Cmdlets;

/// <summary>Which organizations the input names, and in which of them each key is looked for.</summary>
internal sealed class KeyPlaces
{
    // What the input names, in its order; null stands for input that names no organization.
    private readonly List<OrganizationReference?> _organizations = [];
    private readonly Dictionary<EntityReference, List<OrganizationReference?>> _organizationsOfKeys = [];

    // The slugs of the organizations that null above stood for.
    private readonly HashSet<string> _defaults = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the input named, each once.</summary>
    public IEnumerable<OrganizationReference?> Organizations =>
        // Null comes first, because each organization is worked on once and the defaults have to be known by then.
        _organizations.DistinctBy(key => key?.Value, StringComparer.OrdinalIgnoreCase).OrderBy(key => key is not null);

    /// <summary>Takes what one input object names.</summary>
    /// <param name="keys">Its keys.</param>
    /// <param name="organizations">The organizations that it names beside them.</param>
    /// <param name="isBound">Whether the user named the organizations: objects of another one do not bring theirs along then.</param>
    public void Add(IReadOnlyList<EntityReference> keys, IReadOnlyList<OrganizationReference>? organizations, bool isBound)
    {
        var ofKeys = keys.Select(key => key.Organization).OfType<string>().Select(slug => new OrganizationReference(slug));
        OrganizationReference?[] named = isBound ? [.. organizations ?? []] : [.. organizations ?? [], .. ofKeys];
        OrganizationReference?[] all = named is [] ? [null] : named;
        _organizations.AddRange(all);
        foreach (var key in keys)
        {
            // A name is looked for in the organizations of the objects beside it only when the input names no others.
            (CollectionsMarshal.GetValueRefOrAddDefault(_organizationsOfKeys, key, out _) ??= []).AddRange(
                key.Organization is null && organizations is { Count: > 0 } ? [.. organizations] : all);
        }
    }

    /// <summary>Notes an organization that was meant where none was named.</summary>
    public void AddDefault(string slug) => _defaults.Add(slug);

    /// <summary>Whether a key was given for this organization: a row of a list names objects of its own organization only.</summary>
    public bool AppliesTo(OrganizationHome organization, EntityReference key) =>
        _organizationsOfKeys[key].Exists(given => given?.Matches(organization) ?? _defaults.Contains(organization.Slug));
}
