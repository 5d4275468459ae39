namespace SentryAudit.Sandbox.Access;

/// <summary>A role of an organization or of a team. The linked role is the team role it brings, or the role that brings it.</summary>
internal sealed record Role(string Id, string Name, string Description, string[] Granted, string? LinkedRole)
{
    public bool Retired { get; init; }
    public bool Global { get; init; }
}
