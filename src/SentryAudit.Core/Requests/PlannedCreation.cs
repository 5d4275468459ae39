using SentryAudit.Models;

namespace SentryAudit.Requests;

/// <summary>An object to create, once the user has confirmed it.</summary>
/// <param name="Name">What it is called in questions and errors.</param>
/// <param name="Action">What is done, as a sentence.</param>
/// <param name="CreateAsync">Creates the object and gives it.</param>
internal sealed record PlannedCreation(string Name, string Action, Func<OrganizationHome, CancellationToken, Task<object>> CreateAsync)
{
    /// <summary>Why it can't be created; null if it can.</summary>
    public SentryException? Refusal { get; init; }

    /// <summary>What it is created for. A reference made of an object has the organization, one made of a name has not.</summary>
    public IEnumerable<EntityReference> Owners { get; init; } = [];

    /// <summary>Slugs of the organizations of <see cref="Owners"/>.</summary>
    public IEnumerable<string> OwnerSlugs => Owners.Select(owner => owner.Organization).OfType<string>();
}
