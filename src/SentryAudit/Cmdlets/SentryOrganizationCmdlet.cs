using System.Management.Automation;
using System.Runtime.InteropServices;
using SentryAudit.Completers;
using SentryAudit.Models;

namespace SentryAudit.Cmdlets;

/// <summary>
/// A cmdlet that works organization by organization. Input is collected first: a thousand keys from the pipeline cost
/// one listing, not a thousand. A failure in one organization does not keep the others from being read.
/// </summary>
public abstract class SentryOrganizationCmdlet : SentryConnectedCmdlet
{
    private readonly List<OrganizationReference?> _organizations = [];
    private readonly Dictionary<EntityReference, List<OrganizationReference?>> _places = [];
    private readonly HashSet<string> _unnamed = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<OrganizationReference?> _unresolved = [];
    private bool _isAsked;

    /// <summary>Organizations by slug, id, wildcard or object; without it the connection's default, else all that the token sees.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("OrganizationSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OrganizationCompleter))]
    [ValidateNotNullOrEmpty]
    public virtual OrganizationReference[]? Organization { get; set; }

    /// <summary>The organizations that the current input object means.</summary>
    private protected virtual IReadOnlyList<OrganizationReference>? Meant => Organization;

    /// <summary>True when something could not be read whole, so that what is absent is unknown.</summary>
    private protected bool IsIncomplete { get; private set; }

    /// <summary>Takes the keys of one input object.</summary>
    /// <returns>The keys, for the organizations they name.</returns>
    private protected abstract IEnumerable<EntityReference> CollectKeys();

    private protected abstract Task ReadAsync(OrganizationHome organization, CancellationToken cancellationToken);

    /// <summary>Keys that named nothing in any organization.</summary>
    private protected abstract IEnumerable<EntityReference> UnmatchedKeys { get; }

    private protected sealed override Task ProcessAsync(CancellationToken cancellationToken)
    {
        _isAsked = true;
        EntityReference[] keys = [.. CollectKeys()];
        var named = keys.Select(key => key.Organization).OfType<string>().Select(slug => new OrganizationReference(slug));
        OrganizationReference?[] places = [.. Meant ?? [], .. named];
        if (places is [])
        {
            places = [null];
        }

        _organizations.AddRange(places);
        foreach (var key in keys)
        {
            // An object beside a name tells where the name is looked for only when nothing else does.
            (CollectionsMarshal.GetValueRefOrAddDefault(_places, key, out _) ??= []).AddRange(
                key.Organization is null && Meant is { Count: > 0 } ? [.. Meant] : places);
        }

        return Task.CompletedTask;
    }

    private protected sealed override async Task EndAsync(CancellationToken cancellationToken)
    {
        // A pipeline that brought nothing asks for nothing. Reading on would answer "no keys" with everything.
        if (!_isAsked)
        {
            return;
        }

        var read = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        // Each is read once, so what no input object names comes first: the others are known by their names.
        foreach (var key in _organizations.DistinctBy(key => key?.Value, StringComparer.OrdinalIgnoreCase).OrderBy(key => key is not null))
        {
            try
            {
                await foreach (var organization in Source.ResolveOrganizationsAsync(key, cancellationToken))
                {
                    if (read.Add(organization.Slug))
                    {
                        if (key is null)
                        {
                            _unnamed.Add(organization.Slug);
                        }

                        await TryReadAsync(organization, cancellationToken);
                    }
                }
            }
            catch (SentryException error)
            {
                _unresolved.Add(key);
                ReportIncomplete(error, key);
            }
        }

        // After a broken read a key may well exist among what is missing; the error about the read has been given.
        foreach (var key in IsIncomplete ? [] : UnmatchedKeys)
        {
            Report(KeyNotFound.For(key), key.Value);
        }

        Finish();
    }

    /// <summary>Runs when all organizations were read.</summary>
    private protected virtual void Finish()
    {
    }

    private protected void ReportIncomplete(SentryException error, object? target)
    {
        IsIncomplete = true;
        Report(error, target);
    }

    /// <summary>Whether a key was given for this organization: a row of a list means no other than its own.</summary>
    private protected bool IsMeantIn(OrganizationHome organization, EntityReference key) =>
        _places[key].Any(place => place?.Matches(organization) ?? _unnamed.Contains(organization.Slug));

    /// <summary>Whether an organization was wanted but could not even be looked up.</summary>
    private protected bool IsUnresolved(string slug) =>
        _unresolved.Any(key => key?.MatchesSlug(slug) ?? (Connected.Organization ?? slug) == slug);

    private async Task TryReadAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(organization, cancellationToken);
        }
        catch (SentryException error)
        {
            ReportIncomplete(error, organization.Slug);
        }
    }
}
