using System.Management.Automation;
using SentryAudit.Inventory;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Cmdlets;

/// <summary>
/// A cmdlet that creates objects, each in one organization. Where several organizations are possible it asks for one,
/// because nobody wants the new object in all of them.
/// </summary>
public abstract class SentryNewCmdlet : SentryOrganizationCmdlet
{
    private readonly List<(OrganizationReference Organization, PlannedCreation Plan)> _plans = [];
    private List<OrganizationReference> _inputOrganizations = [];

    private protected SentryNewCmdlet()
    {
    }

    /// <summary>The object of the pipeline as it came. Without a key on the command line it has to be there.</summary>
    [Parameter(ParameterSetName = ParameterSets.Piped, Mandatory = true, ValueFromPipeline = true, DontShow = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public sealed override PSObject? InputObject { get; set; }

    /// <summary>What the parameters of the current input object ask for.</summary>
    private protected abstract IEnumerable<PlannedCreation> Plan();

    private protected sealed override IReadOnlyList<OrganizationReference> InputOrganizations => _inputOrganizations;

    private protected sealed override IEnumerable<EntityReference> CollectKeys()
    {
        _inputOrganizations = [];
        foreach (var plan in Plan())
        {
            if (Choose(plan.OwnerSlugs.FirstOrDefault()) is not { IsPattern: false } organization)
            {
                Report(ChangeFaults.OrganizationNeeded(plan.Name), plan.Name);
                continue;
            }

            _plans.Add((organization, plan));
            _inputOrganizations.Add(organization);
        }

        return [];
    }

    private protected sealed override async Task RunAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        foreach (var (_, plan) in _plans.Where(entry => entry.Organization.Matches(organization.Slug, organization.Id)))
        {
            try
            {
                await CreateAsync(organization, plan, cancellationToken);
            }
            catch (SentryException error)
            {
                Report(error, plan.Name);
            }
        }
    }

    private async Task CreateAsync(OrganizationHome organization, PlannedCreation plan, CancellationToken cancellationToken)
    {
        if (plan.Refusal is { } refusal)
        {
            throw refusal;
        }

        // Other changes look something up first and fail there when the connection is offline; here nothing is looked up.
        if (CurrentConnection.Stored is { } stored)
        {
            throw OfflineFault.ChangeImpossible(stored);
        }

        if (plan.OwnerSlugs.Any(owner => owner != organization.Slug))
        {
            throw ChangeFaults.CreatedElsewhere(plan.Name, organization, plan.OwnerSlugs.Distinct(StringComparer.Ordinal));
        }

        if (Pipeline.ShouldProcess($"{plan.Name} in {organization}", plan.Action))
        {
            Pipeline.Write(await plan.CreateAsync(organization, cancellationToken));
        }
    }

    private OrganizationReference? Choose(string? owner) =>
        Organization switch
        {
            [var named] => named,
            null when (owner ?? CurrentConnection.Organization ?? OnlyOrganization) is { } only => new OrganizationReference(only),
            _ => null,
        };

    private string? OnlyOrganization => CurrentConnection.Organizations is [var only] ? only : null;
}
