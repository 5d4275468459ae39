namespace SentryAudit.Sandbox.Seeding;

/// <summary>
/// What Sentry keeps in the details of an entry: whole objects, with the keys that open them. These are invented, and open nothing.
/// </summary>
internal static class AuditLogSecrets
{
    public const string PublicKey = "5f3a9c0b7e2d4f618a9b0c1d2e3f4a5b";
    public const string HookAddress = "https://hooks.acme.example/services/T024/B024/Zk8Qw3Rt6Yp1Lm4N";

    private const string SecretKey = "c0ffee00112233445566778899aabbcc";
    private const string ApiKey = "deadbeef00112233445566778899aabb";

    public static Dictionary<string, object?> Of(string name) => name switch
    {
        "project.edit" => Details(("old_slug", "gate"), ("new_slug", "gateway")),
        "project.create" => Details(("id", "9"), ("slug", "gateway"), ("name", "Gateway")),
        "projectkey.create" => Details(
            ("label", "Default"), ("public_key", PublicKey), ("secret_key", SecretKey), ("roles", 3), ("rate_limit_count", null)),
        "api-key.create" => Details(("label", "ci"), ("key", ApiKey), ("scopes", new[] { "org:read", "member:read" })),
        "servicehook.create" => Details(("url", HookAddress), ("events", new[] { "event.alert" })),
        "sso.enable" => Details(
            ("provider", "okta"), ("config", Details(("client_id", "acme"), ("client_secret", SecretKey + ApiKey)))),
        _ => [],
    };

    private static Dictionary<string, object?> Details(params (string Name, object? Value)[] details) =>
        details.ToDictionary(detail => detail.Name, detail => detail.Value, StringComparer.Ordinal);
}
