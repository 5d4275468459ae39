namespace SentryAudit.Sandbox.Seeding;

/// <summary>Fills the connections: one in order, one to be renewed, one disabled, one going away. And what was made in the house.</summary>
internal static class IntegrationSeeder
{
    public static void Seed(SandboxOrganization organization, Dice dice, IdSequence ids)
    {
        organization.Integrations.AddRange(
        [
            // The id the repositories name.
            Integration("2933", organization.Slug, "github", "GitHub", ids, row => row.AccountType = "Organization"),
            Integration(null, organization.Name + " Workspace", "slack", "Slack", ids, row =>
                (row.DomainName, row.Scopes, row.OutOfDate) = (organization.Slug + ".slack.example", ["channels:read", "chat:write"], true)
            ),
            Integration(null, "Jira \u001b[31mCloud", "jira", "Jira", ids, row => row.OrganizationStatus = "disabled"),
            Integration(null, "Old pipelines", "vsts", "Azure DevOps", ids, row =>
                (row.Status, row.OrganizationStatus, row.GracePeriodEnd) = ("disabled", "pending_deletion", dice.Now.AddDays(7))),
        ]);
        organization.Apps.AddRange(
        [
            App(organization, "deploy-bot", "Deploy bot", dice, ids, app =>
            {
                app.Scopes = ["org:read", "project:releases"];
                app.Tokens.Add(Token("ci", app, dice, ids, expires: null));
                app.Tokens.Add(Token(null, app, dice, ids, expires: dice.Now.AddDays(-10)));
            }),
            App(organization, "all-powerful", "=All powerful", dice, ids, app =>
            {
                // Sentry shows the secret for a while after it was made: clients must not.
                (app.Scopes, app.Events) = (["org:admin", "member:admin", "event:admin"], ["issue", "error"]);
                (app.WebhookUrl, app.ClientSecret) = ("https://hook.example/?key=not-a-real-secret", dice.Hex(64));
            }),
            App(organization, "retired-bridge", "Retired bridge", dice, ids, app =>
                (app.Status, app.IsDisabled, app.Installation) = ("unpublished", true, null)),
            App(organization, "widgets", "Widgets", dice, ids, app => (app.Status, app.Installation) = ("published", "pending")),
        ]);
    }

    private static SandboxIntegration Integration(
        string? id, string name, string providerKey, string providerName, IdSequence ids, Action<SandboxIntegration> change)
    {
        var integration = new SandboxIntegration
        {
            Id = id ?? ids.Next("integration", 24_817),
            Name = name,
            ProviderKey = providerKey,
            ProviderName = providerName,
        };
        change(integration);
        return integration;
    }

    /// <summary>Slugs are unique on the whole server, so those of other organizations name theirs.</summary>
    private static SandboxApp App(
        SandboxOrganization organization, string slug, string name, Dice dice, IdSequence ids, Action<SandboxApp> change)
    {
        var digits = dice.Hex(32);
        var app = new SandboxApp
        {
            Id = (int)ids.NextNumber("app", 8_001),
            Uuid = $"{digits[..8]}-{digits[8..12]}-{digits[12..16]}-{digits[16..20]}-{digits[20..]}",
            Slug = $"{slug}-{organization.Slug}",
            Name = name,
        };
        change(app);
        return app;
    }

    private static SandboxAppToken Token(string? name, SandboxApp app, Dice dice, IdSequence ids, DateTimeOffset? expires) =>
        new(ids.Next("token", 31_001), name, dice.Hex(4), app.Scopes, dice.DaysAgo(20, 800), expires);
}
