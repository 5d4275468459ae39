namespace SentryAudit.Common.Errors;

/// <summary>What a failed call was about.</summary>
/// <param name="Kind">The kind of object, for example <c>team</c>; null for the organization, and for several objects.</param>
/// <param name="Name">Its name, for example <c>dock</c>; null for the organization itself.</param>
/// <param name="Organization">Slug of the organization; null for what belongs to none.</param>
internal sealed record FaultSubject(string? Kind, string? Name, string? Organization)
{
    /// <summary>The object without its organization, for example <c>team dock</c>; null for the organization itself.</summary>
    public string? Object => Name is null || Kind is null ? Name : $"{Kind} {Name}";

    public override string ToString() =>
        Object is null ? $"organization {Organization}" : Organization is null ? Object : $"{Object} of {Organization}";
}
