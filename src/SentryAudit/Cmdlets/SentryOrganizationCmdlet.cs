using System.Management.Automation;
using System.Runtime.InteropServices;
using SentryAudit.Completers;
using SentryAudit.Input;
using SentryAudit.Models;

namespace SentryAudit.Cmdlets;

/// <summary>
/// A cmdlet that works organization by organization. All input is collected first: a thousand keys from the pipeline cost
/// one listing, not a thousand. A failure in one organization does not keep the others from being worked on.
/// </summary>
public abstract class SentryOrganizationCmdlet : SentryConnectedCmdlet
{
    // What the input names, in its order; null stands for input that names no organization.
    private readonly List<OrganizationReference?> _organizations = [];
    private readonly Dictionary<EntityReference, List<OrganizationReference?>> _organizationsOfKeys = [];

    // The slugs of the organizations that null above stood for, and what could not be looked up.
    private readonly HashSet<string> _defaults = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<OrganizationReference?> _unresolved = [];
    private HashSet<string> _onCommandLine = [];
    private bool _hasInput;

    /// <summary>
    /// Organizations by slug, id, wildcard or object; without it, the connection's default, else all that the token
    /// sees.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("OrganizationSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OrganizationCompleter))]
    [ValidateNotNullOrEmpty]
    public virtual OrganizationReference[]? Organization { get; set; }

    /// <summary>The object of the pipeline as it came. <see cref="Joins"/> says what it means here.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The organizations that the current input object names beside its keys.</summary>
    private protected virtual IReadOnlyList<OrganizationReference>? InputOrganizations => Organization;

    /// <summary>Whether something could not be read whole. What was not found may exist then.</summary>
    private protected bool IsIncomplete { get; private set; }

    /// <summary>Takes the keys of one input object, and returns them for the organizations that they name.</summary>
    private protected virtual IEnumerable<EntityReference> CollectKeys() => [];

    /// <summary>Does the work of the cmdlet in one organization.</summary>
    private protected abstract Task RunAsync(OrganizationHome organization, CancellationToken cancellationToken);

    /// <summary>Keys that matched nothing in any organization.</summary>
    private protected virtual IEnumerable<EntityReference> UnmatchedKeys => [];

    private protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        // Later the parameters that the pipeline fills stand there too.
        _onCommandLine = MyInvocation?.BoundParameters?.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        return base.BeginAsync(cancellationToken);
    }

    private protected sealed override Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (PipedObject.Of(InputObject) is { } input && !TryBind(input))
        {
            return Task.CompletedTask;
        }

        _hasInput = true;
        EntityReference[] keys = [.. CollectKeys()];
        var ofKeys = keys.Select(key => key.Organization).OfType<string>().Select(slug => new OrganizationReference(slug));

        // An organization that the user named binds: objects of another one do not bring theirs along.
        OrganizationReference?[] named = _onCommandLine.Contains(nameof(Organization))
            ? [.. InputOrganizations ?? []]
            : [.. InputOrganizations ?? [], .. ofKeys];
        OrganizationReference?[] organizations = named is [] ? [null] : named;
        _organizations.AddRange(organizations);
        foreach (var key in keys)
        {
            // A name is looked for in the organizations of the objects beside it only when the input names no others.
            (CollectionsMarshal.GetValueRefOrAddDefault(_organizationsOfKeys, key, out _) ??= []).AddRange(
                key.Organization is null && InputOrganizations is { Count: > 0 } ? [.. InputOrganizations] : organizations);
        }

        return Task.CompletedTask;
    }

    private protected sealed override async Task EndAsync(CancellationToken cancellationToken)
    {
        // An empty pipeline asks for nothing. Without this check "no keys" would mean everything.
        if (!_hasInput)
        {
            return;
        }

        var done = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        // Null comes first, because each organization is worked on once and the defaults have to be known by then.
        foreach (var key in _organizations.DistinctBy(key => key?.Value, StringComparer.OrdinalIgnoreCase).OrderBy(key => key is not null))
        {
            await RunInEachAsync(key, done, cancellationToken);
        }

        // After an incomplete read a key may be among what is missing, and that error has been reported.
        foreach (var key in IsIncomplete ? [] : UnmatchedKeys)
        {
            Report(KeyNotFound.For(key), key.Value);
        }

        OnAllRead();
    }

    /// <summary>Runs once, when the work is done in all organizations.</summary>
    private protected virtual void OnAllRead()
    {
    }

    private protected void ReportIncomplete(SentryException error, object? target)
    {
        IsIncomplete = true;
        Report(error, target);
    }

    /// <summary>Whether a key was given for this organization: a row of a list names objects of its own organization only.</summary>
    private protected bool AppliesTo(OrganizationHome organization, EntityReference key) =>
        _organizationsOfKeys[key].Any(given => given?.Matches(organization) ?? _defaults.Contains(organization.Slug));

    /// <summary>Whether an organization was asked for but could not be looked up.</summary>
    private protected bool IsUnresolved(string slug) =>
        _unresolved.Any(key => key?.MatchesSlug(slug) ?? (CurrentConnection.Organization ?? slug) == slug);

    private bool TryBind(PipedObject input)
    {
        try
        {
            return new InputBinding(this, MyInvocation.MyCommand.Name, _onCommandLine).Bind(input);
        }
        catch (SentryException refusal)
        {
            Report(refusal, InputObject);
            return false;
        }
    }

    private async Task RunInEachAsync(OrganizationReference? key, HashSet<string> done, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var organization in Source.ResolveOrganizationsAsync(key, cancellationToken))
            {
                if (!done.Add(organization.Slug))
                {
                    continue;
                }

                if (key is null)
                {
                    _defaults.Add(organization.Slug);
                }

                await TryRunAsync(organization, cancellationToken);
            }
        }
        catch (SentryException error)
        {
            _unresolved.Add(key);
            ReportIncomplete(error, key);
        }
    }

    private async Task TryRunAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(organization, cancellationToken);
        }
        catch (SentryException error)
        {
            ReportIncomplete(error, organization.Slug);
        }
    }
}
