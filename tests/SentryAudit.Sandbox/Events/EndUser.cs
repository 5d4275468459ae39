namespace SentryAudit.Sandbox.Events;

/// <summary>Somebody an application named in its events. All may be missing.</summary>
internal sealed record EndUser(string Hash, string? Id, string? Email, string? Username, string? Name, string? IpAddress)
{
    /// <summary>How Sentry tags events of this user: by the first thing it knows.</summary>
    public string TagValue => this switch
    {
        { Id: { } id } => "id:" + id,
        { Username: { } username } => "username:" + username,
        { Email: { } email } => "email:" + email,
        _ => "ip:" + IpAddress,
    };
}
