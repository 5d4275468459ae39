namespace SentryAudit.Sandbox;

/// <summary>A custom integration an organization made: internal, unpublished or published.</summary>
public sealed class SandboxApp
{
    /// <summary>A number, though the app goes by its slug nearly everywhere.</summary>
    public required int Id { get; init; }

    public required string Uuid { get; init; }
    public required string Slug { get; set; }
    public required string Name { get; set; }
    public string Status { get; set; } = "internal";
    public IReadOnlyList<string> Scopes { get; set; } = [];
    public IReadOnlyList<string> Events { get; set; } = [];
    public bool IsDisabled { get; set; }
    public string? WebhookUrl { get; set; }

    /// <summary>Masked, except for a while after the app was made.</summary>
    public string ClientSecret { get; set; } = "**********";

    /// <summary><c>installed</c> or <c>pending</c>; null when the organization did not install it.</summary>
    public string? Installation { get; set; } = "installed";

    public List<SandboxAppToken> Tokens { get; } = [];
}
