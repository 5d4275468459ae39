namespace SentryAudit.Api.Events;

/// <summary>A single event to read.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Project">Slug of its project; null when it must be looked up first.</param>
internal sealed record EventPlace(string Id, string? Project)
{
    public override string ToString() => Id;
}
