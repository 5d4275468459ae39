using SentryAudit.Inventory;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Cmdlets;

/// <summary>
/// A cmdlet that makes objects in one organization each. Where several could be meant it asks for one: something new in
/// every organization the token sees is nobody's wish.
/// </summary>
public abstract class SentryNewCmdlet : SentryOrganizationCmdlet
{
    private readonly List<(OrganizationReference Organization, PlannedCreation Plan)> _plans = [];
    private List<OrganizationReference> _meant = [];

    private protected SentryNewCmdlet()
    {
    }

    /// <summary>What the parameters of the current input object ask for.</summary>
    private protected abstract IEnumerable<PlannedCreation> Plan();

    private protected sealed override IReadOnlyList<OrganizationReference> Meant => _meant;

    private protected sealed override IEnumerable<EntityReference> CollectKeys()
    {
        _meant = [];
        foreach (var plan in Plan())
        {
            if (Choose(plan.OwnerSlugs.FirstOrDefault()) is not { IsPattern: false } organization)
            {
                Report(Ambiguous(), plan.Name);
                continue;
            }

            _plans.Add((organization, plan));
            _meant.Add(organization);
        }

        return [];
    }

    private protected sealed override IEnumerable<EntityReference> UnmatchedKeys => [];

    private protected sealed override async Task ReadAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        foreach (var (_, plan) in _plans.Where(entry => entry.Organization.Matches(organization.Slug, organization.Id)))
        {
            try
            {
                if (plan.Refusal is { } refusal)
                {
                    throw refusal;
                }

                // What changes something looks it up first, so that it is told of itself.
                if (Connected.Stored is { } stored)
                {
                    throw OfflineFault.ChangeImpossible(stored);
                }

                if (plan.OwnerSlugs.Any(owner => owner != organization.Slug))
                {
                    throw Elsewhere(plan, organization);
                }

                if (Pipeline.ShouldProcess($"{plan.Name} in {organization}", plan.Action))
                {
                    Pipeline.Write(await plan.CreateAsync(organization, cancellationToken));
                }
            }
            catch (SentryException error)
            {
                Report(error, plan.Name);
            }
        }
    }

    private OrganizationReference? Choose(string? owner) =>
        Organization switch
        {
            [var named] => named,
            null when (owner ?? Connected.Organization ?? (Connected.Organizations is [var one] ? one : null)) is { } only =>
                new OrganizationReference(only),
            _ => null,
        };

    // The other organization may have something of the same name, and it would be the wrong one.
    private static SentryException Elsewhere(PlannedCreation plan, OrganizationHome organization) => new(
        "SentryObjectElsewhere", SentryErrorCategory.InvalidArgument,
        $"{plan.Name} was not made: what was given with it is in {string.Join(" and ", plan.OwnerSlugs.Distinct(StringComparer.Ordinal))}, and not all of it in {organization}.", "Give objects of one organization, and leave -Organization out: they tell it.");

    private static SentryException Ambiguous() =>
        new(
            "SentryOrganizationNeeded",
            SentryErrorCategory.InvalidArgument,
            "Several organizations could be meant.",
            "Name one with -Organization, or connect with one as the default.");
}
