using SentryAudit.Models;

namespace SentryAudit.Requests;

/// <summary>Something to be made, once it was asked for.</summary>
/// <param name="Name">How it is called in questions and errors.</param>
/// <param name="Action">What is done, as a sentence.</param>
/// <param name="CreateAsync">Makes it and gives what was made.</param>
internal sealed record PlannedCreation(string Name, string Action, Func<OrganizationHome, CancellationToken, Task<object>> CreateAsync)
{
    /// <summary>What speaks against it; null for nothing.</summary>
    public SentryException? Refusal { get; init; }

    /// <summary>What it is made for. An object tells its organization, a name does not.</summary>
    public IEnumerable<EntityReference> Owners { get; init; } = [];

    /// <summary>Slugs of the organizations of <see cref="Owners"/>.</summary>
    public IEnumerable<string> OwnerSlugs => Owners.Select(owner => owner.Organization).OfType<string>();
}
