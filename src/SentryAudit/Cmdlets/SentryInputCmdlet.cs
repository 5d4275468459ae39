using System.Management.Automation;
using SentryAudit.Completers;
using SentryAudit.Input;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Cmdlets;

/// <summary>
/// A cmdlet that takes keys of objects, by parameter or from the pipeline, and collects all of them first: a thousand keys cost one
/// listing, not a thousand.
/// </summary>
public abstract class SentryInputCmdlet : SentryConnectedCmdlet
{
    private CmdletInput _input = null!;
    private NamedOrganizations? _named;

    /// <summary>
    /// Organizations by slug, id, wildcard or object; without it, the connection's default, else all that the token
    /// sees.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("OrganizationSlug")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(OrganizationCompleter))]
    public virtual OrganizationReference[]? Organization { get; set; }

    /// <summary>The object of the pipeline as it came. <see cref="Joins"/> says what it means here.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public virtual PSObject? InputObject { get; set; }

    /// <summary>The organizations that the current input object names beside its keys.</summary>
    private protected virtual IReadOnlyList<OrganizationReference>? InputOrganizations => Organization;

    /// <summary>The keys that were collected, and the organizations that each of them was given for.</summary>
    private protected KeyPlaces InputPlaces { get; } = new();

    /// <summary>Whether there was any input. A call without a pipeline is one input.</summary>
    private protected bool HasInput { get; private set; }

    /// <summary>Whether organizations were named on the command line: objects of others are refused then.</summary>
    private protected bool IsOrganizationGiven => _input.IsOrganizationGiven;

    /// <summary>Takes the keys of one input object, and returns them for the organizations that they name.</summary>
    private protected virtual IEnumerable<EntityReference> CollectKeys() => [];

    /// <summary>Runs for each input object, before its keys are collected.</summary>
    private protected abstract void OnInput();

    private protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        _input = CmdletInput.Of(this, CmdletNames.Of(GetType()));
        _input.RefuseEmptyKeys(Pipeline);
        return base.BeginAsync(cancellationToken);
    }

    private protected sealed override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (_named is null && InputObject is not null && _input.IsOrganizationGiven)
        {
            _named = new NamedOrganizations(Organization ?? [], CurrentConnection.Directory);
            await _named.ResolveAsync(Source, Report, cancellationToken);
        }

        _input.ForEach(InputObject, MyInvocation?.ExpectingInput is true, IsNamed, Take, Report);
    }

    /// <summary>Whether a key was given for this organization: a row of a list names objects of its own organization only.</summary>
    private protected bool AppliesTo(OrganizationHome organization, EntityReference key) => InputPlaces.AppliesTo(organization, key);

    /// <summary>Where the keys of an organization are looked up.</summary>
    private protected KeyScope At(OrganizationHome organization, ISentrySource? source = null) =>
        new(source ?? Source, organization, key => AppliesTo(organization, key));

    private protected bool IsNamed(string slugOrId) =>
        (_named ?? new NamedOrganizations(Organization ?? [], CurrentConnection.Directory)).Contains(slugOrId);

    private void Take()
    {
        HasInput = true;
        OnInput();
        EntityReference[] keys = [.. CollectKeys()];
        InputPlaces.Add(keys, InputOrganizations, _input.IsOrganizationGiven);
    }
}
