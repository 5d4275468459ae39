using SentryAudit.Administration;
using SentryAudit.Connections;

namespace SentryAudit.Commands;

/// <summary>
/// A cmdlet that makes objects in one organization each. Where several could be meant it asks for one: something new in
/// every organization the token sees is nobody's wish.
/// </summary>
public abstract class SentryNewCmdlet : SentryOrganizationCmdlet
{
    private readonly List<(OrganizationReference Organization, PlannedCreation Plan)> _plans = [];

    private protected SentryNewCmdlet()
    {
    }

    /// <summary>What the parameters of the current input object ask for.</summary>
    private protected abstract IEnumerable<PlannedCreation> Plan();

    /// <summary>What the objects of the current input object belong to, where they tell their organization.</summary>
    private protected virtual IEnumerable<EntityReference> Owners => [];

    private protected sealed override IEnumerable<EntityReference> CollectKeys()
    {
        string[] owners = [.. Owners.Select(key => key.Organization).OfType<string>().Distinct(StringComparer.Ordinal)];
        var only = owners is [var owner] ? owner : owners.Length > 1 ? null : Connected.Organization ?? (Connected.Organizations is [var one] ? one : null);
        if ((Organization is [var named] ? named : Organization is null && only is not null ? new OrganizationReference(only) : null) is not { IsPattern: false } organization)
        {
            Pipeline.Terminate(Ambiguous(), Organization);
            return [];
        }

        _plans.AddRange(Plan().Select(plan => (organization, plan)));
        Organization = [organization];
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

    private static SentryException Ambiguous() => new(
        "SentryOrganizationNeeded", SentryErrorCategory.InvalidArgument, "Several organizations could be meant.", "Name one with -Organization, or connect with one as the default.");
}
