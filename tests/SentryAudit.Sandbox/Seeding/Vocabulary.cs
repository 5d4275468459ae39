namespace SentryAudit.Sandbox.Seeding;

/// <summary>The words a believable company is made of.</summary>
internal static class Vocabulary
{
    public static readonly (string Slug, string Name)[] Organizations =
        [("acme", "Acme"), ("globex", "Globex"), ("initech", "Initech"), ("umbrella", "Umbrella Labs"), ("hooli", "Hooli")];

    public static readonly string[] FirstNames =
    [
        "Ada", "Ben", "Chloe", "Dana", "Emre", "Farah", "Goran", "Hana", "Ivan", "Jana", "Kofi", "Lena", "Mateo", "Nadia", "Omar", "Petra",
        "Quinn", "Rosa", "Sven", "Tara", "Uma", "Viktor", "Wanda", "Xenia", "Yusuf", "Zoe", "Amir", "Bianca", "Cyril", "Dolores",
    ];

    public static readonly string[] LastNames =
    [
        "Ackerman", "Brandt", "Castillo", "Dvorak", "Eriksen", "Fischer", "Grant", "Hoffmann", "Ito", "Jensen", "Kowalski", "Larsen",
        "Moreau", "Novak", "Okafor", "Pereira", "Quist", "Rossi", "Schmidt", "Tanaka", "Ueda", "Vega", "Weber", "Xu", "Yilmaz", "Zimmer",
    ];

    public static readonly (string Slug, string? Platform)[] Projects =
    [
        ("web-frontend", "javascript-react"), ("payments-api", "python-django"), ("mobile-ios", "apple-ios"), ("mobile-android", "android"),
        ("search", "java-spring-boot"), ("batch-jobs", ""), ("internal-tools", null), ("gateway", "go"), ("billing", "dotnet-aspnetcore"),
        ("auth", "node-express"), ("reports", "python"), ("notifications", "ruby-rails"),
    ];

    public static readonly string[] Teams =
        ["frontend", "backend", "mobile", "platform", "payments", "data", "security", "support", "growth", "infrastructure"];

    public static readonly string[] Environments = ["production", "staging", "development"];
}
