using System.Management.Automation;
using SentryAudit.Inventory;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Cmdlets;

/// <summary>
/// A cmdlet that creates objects, each in one organization. Where several organizations are possible it asks for one,
/// because nobody wants the new object in all of them.
/// </summary>
public abstract class SentryNewCmdlet : SentryWritingCmdlet
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

    /// <summary>What is created, in the plural, for example <c>teams</c>.</summary>
    private protected abstract string PluralNoun { get; }

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

    private protected sealed override string Effect(string number) => $"creates {number} {PluralNoun}";

    private protected sealed override string PlaceOf(OrganizationHome organization) => $"in {organization}";

    private protected sealed override Task RunAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var plans = _plans
            .Where(entry => entry.Organization.Matches(organization.Slug, organization.Id))
            .Select(entry => entry.Plan)
            .ToArray();
        var creations = plans.Count(plan => Refuse(plan, organization) is null);
        Prepare(new PreparedWork(organization, creations, ct => CreateAllAsync(organization, plans, ct)));
        return Task.CompletedTask;
    }

    private async Task CreateAllAsync(OrganizationHome organization, PlannedCreation[] plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
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
        if (Refuse(plan, organization) is { } refusal)
        {
            throw refusal;
        }

        if (Pipeline.ShouldProcess($"{plan.Name} in {organization}", plan.Action))
        {
            Pipeline.Write(await plan.CreateAsync(organization, cancellationToken));
        }
    }

    // Other changes look something up first and fail there when the connection is offline; here nothing is looked up.
    private SentryException? Refuse(PlannedCreation plan, OrganizationHome organization) =>
        plan.Refusal
        ?? (CurrentConnection.Stored is { } stored ? OfflineFaults.ChangeImpossible(stored) : null)
        ?? (plan.OwnerSlugs.Any(owner => owner != organization.Slug)
            ? ChangeFaults.CreatedElsewhere(plan.Name, organization, plan.OwnerSlugs.Distinct(StringComparer.Ordinal))
            : null);

    private OrganizationReference? Choose(string? owner) =>
        Organization switch
        {
            [var named] => named,
            null when (owner ?? CurrentConnection.Organization ?? OnlyOrganization) is { } only => new OrganizationReference(only),
            _ => null,
        };

    private string? OnlyOrganization => CurrentConnection.Organizations is [var only] ? only : null;
}
