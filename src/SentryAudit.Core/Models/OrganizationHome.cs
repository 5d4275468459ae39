namespace SentryAudit.Models;

/// <summary>An organization and the host that answers for it.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Id">Sentry's id; null if only the slug is known.</param>
/// <param name="Host">Base address of its region, or of the only host.</param>
internal sealed record OrganizationHome(string Slug, string? Id, Uri Host)
{
    /// <summary>Whether every member may join every team, and so reaches every project; false where Sentry's list does not tell.</summary>
    public bool HasOpenMembership { get; init; }

    public override string ToString() => Slug;
}
