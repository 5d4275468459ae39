using SentryAudit.Connections;

namespace SentryAudit.Administration;

/// <summary>Something to be made, once it was asked for.</summary>
/// <param name="Name">How it is called in questions and errors.</param>
/// <param name="Action">What is done, as a sentence.</param>
/// <param name="CreateAsync">Makes it and gives what was made.</param>
internal sealed record PlannedCreation(string Name, string Action, Func<OrganizationHome, CancellationToken, Task<object>> CreateAsync)
{
    /// <summary>Slug of the organization of the object it is made for; null where that was named by text.</summary>
    public string? Owner { get; init; }
}
