using System.Text.Json.Nodes;
using SentryAudit.Api.Organizations;
using SentryAudit.Core.Tests.Support;
using SentryAudit.Inventory;
using SentryAudit.Sources;

namespace SentryAudit.Core.Tests.Api.Organizations;

public sealed class AuditSecretTests
{
    private const string Number = "9081726354";

    // What Sentry is known to write, and what a later version might.
    private static readonly string[] SecretFields =
    [
        "secret_key", "key", "token", "client_secret", "config", "data", "secret", "password", "webhook_url", "credentials",
        "sentry:token", "sentry:relay_pii_config", "trustedRelays", "unknown_field", "1", "",
    ];

    private static readonly string[] TextFields =
    [
        "name", "label", "slug", "email", "provider", "sentry_app", "status", "trigger", "scopes", "metric_mri", "origin",
        "public_key", "url",
    ];

    [Fact]
    public async Task No_event_shows_a_secret()
    {
        var cases = AuditEventNames.All.SelectMany(name => AuditSecret.All.Select(secret => (Name: name, Secret: secret))).ToArray();
        var rows = cases.SelectMany(one => Rows(one.Name, one.Secret).Select(row => (one.Name, one.Secret, Row: row))).ToArray();

        var entries = await ListAsync(rows.Select((one, index) => Numbered(one.Row, index)));

        Assert.Equal(rows.Length, entries.Count);
        Assert.Empty(entries
            .Select((entry, index) => (Shown: Everything(entry), rows[index].Name, rows[index].Secret))
            .Where(one => new[] { one.Secret.Core, Number }.Any(secret => one.Shown.Contains(secret, StringComparison.Ordinal)))
            .Select(one => $"{one.Name}: {one.Secret.Text} in {one.Shown}")
            .Take(20));
    }

    [Fact]
    public async Task What_is_hidden_is_named()
    {
        var entry = Assert.Single(await ListAsync([
            Numbered("""
                "event":"projectkey.create","note":"added project key 5f3a9c0b7e2d4f618a9b0c1d2e3f4a5b",
                "data":{"label":"Default","public_key":"5f3a9c0b7e2d4f618a9b0c1d2e3f4a5b","secret_key":"00112233445566778899aabbccddeeff",
                "roles":3,"rate_limit_count":null,"options":{"a":1},"list":[1],"enabled":true,"Bad name ":1}
                """, 1),
        ]));

        Assert.Equal("added project key ********4a5b", entry.Note);
        Assert.Equal(
            [
                "label=Default", "public_key=********4a5b", "secret_key=(hidden)", "roles=3", "rate_limit_count=", "options=(hidden)",
                "list=(hidden)", "enabled=true", "(hidden)=(hidden)",
            ],
            entry.Data!);
    }

    [Fact]
    public async Task Lists_of_names_and_the_hosts_of_hooks_are_shown()
    {
        var entries = await ListAsync([
            Numbered("""
                "event":"member.add",
                "data":{"email":"ben@acme.example","role":"member","teams":[46],"team_slugs":["dock","pier"],"user":169}
                """, 1),
            Numbered("""
                "event":"servicehook.create","data":{"url":"https://hooks.example.com:8443/a?b=c","events":["event.alert",null,{"a":"b"}]}
                """, 2),
        ]);

        Assert.Equal(["email=ben@acme.example", "role=member", "teams=[46]", "team_slugs=[dock, pier]", "user=169"], entries[0].Data!);
        Assert.Equal(["url=https://hooks.example.com:8443/(hidden)", "events=[event.alert, , (hidden)]"], entries[1].Data!);
    }

    [Fact]
    public async Task An_API_key_is_not_named_by_itself()
    {
        var row = """
            "event":"team.create","targetUser":[["sntryu_abcdef"]],"actor":{"name":"5f3a9c0b7e2d4f618a9b0c1d2e3f4a5b (api key)"}
            """;
        var entry = Assert.Single(await ListAsync([Numbered(row, 1)]));

        Assert.Equal(("(hidden) (api key)", null), (entry.ActorName, entry.TargetUserId));
    }

    [Fact]
    public void Neither_inventories_nor_graphs_hold_entries_of_the_audit_log()
    {
        Assert.Null(InventoryKinds.Of<SentryAuditLogEntry>());
        Assert.DoesNotContain(
            typeof(ISentrySource).GetMethods(),
            method => method.ReturnType.ToString().Contains(nameof(SentryAuditLogEntry), StringComparison.Ordinal));
        Assert.DoesNotContain(Enum.GetNames<SentryEntityType>(), kind => kind.Contains("Audit", StringComparison.Ordinal));
    }

    // The sentences that Sentry makes of the details, and one that could be of any event.
    private static IEnumerable<string> Rows(string name, AuditSecret secret)
    {
        string[] notes =
        [
            name switch
            {
                "org.edit" => $"edited the organization setting: trustedRelays {secret.Text}, name to A",
                "project.edit" => $"edited project settings in sentry:token to {secret.Text} in slug to web",
                "sso.edit" => $"edited sso settings: require_link to True, certificate {secret.Text}",
                _ when name.StartsWith("servicehook.", StringComparison.Ordinal) => $"added a service hook for \"{secret.Text}\"",
                _ => $"did something to {secret.Text}",
            },
            secret.HasShape ? $"added '{secret.Text}', and more" : "",
        ];
        return notes.Select((note, index) => new JsonObject
        {
            ["event"] = name,
            ["note"] = note,
            ["actor"] = new JsonObject { ["name"] = secret.HasShape ? $"{secret.Text} (api key)" : "robot" },
            ["data"] = index == 0 ? Details(name, secret) : null,
        }.ToJsonString()[1..^1]);
    }

    private static JsonObject Details(string name, AuditSecret secret)
    {
        var data = new JsonObject { ["count"] = long.Parse(Number, System.Globalization.CultureInfo.InvariantCulture), ["nothing"] = null };
        foreach (var field in SecretFields.Where(field => (name, field) is not ("tagkey.remove", "key") || secret.HasShape))
        {
            data[field] = secret.Text;
            var list = new JsonArray(1, null, secret.Text, new JsonArray(secret.Text));
            data[field + "_nested"] = new JsonObject { ["name"] = secret.Text, ["list"] = list };
            data[field + "_list"] = new JsonArray(secret.Text, new JsonObject { ["slug"] = secret.Text });
        }

        // A field that is shown still shows no object, and nothing that looks like a secret.
        foreach (var field in TextFields)
        {
            data[field] = secret.HasShape || field is "url" ? secret.Text : new JsonObject { ["name"] = secret.Text };
        }

        if (secret.HasShape)
        {
            data["team_slugs"] = new JsonArray(secret.Text, new JsonArray(secret.Text));
            data[secret.Text] = "x";
        }

        return data;
    }

    private static string Numbered(string row, int id) => $$"""{"id":"{{id}}",{{row}}}""";

    private static string Everything(SentryAuditLogEntry entry) => string.Join(
        '\n',
        typeof(SentryAuditLogEntry).GetProperties().Select(property => property.GetValue(entry)).Append(entry));

    private static async Task<List<SentryAuditLogEntry>> ListAsync(IEnumerable<string> rows) =>
        await Estate.Api(new FakeTransport().On("organizations/acme/audit-logs/", $$"""{"rows":[{{string.Join(',', rows)}}]}"""))
            .AuditLog.ListAsync(Estate.Acme, new AuditLogFilter(), default)
            .ToListAsync();
}
