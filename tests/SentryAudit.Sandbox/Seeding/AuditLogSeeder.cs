using System.Globalization;

namespace SentryAudit.Sandbox.Seeding;

/// <summary>Fills the audit log, newest first: done by people, by tokens, to people, to things, and to people who are gone.</summary>
internal static class AuditLogSeeder
{
    private static readonly (string Event, string Note)[] Doings =
    [
        ("member.invite", "invited member newcomer1@acme.example"), ("member.edit", "edited member (new role: manager)"),
        ("project.create", "created project gateway"), ("team.create", "created team backend"),
        ("projectkey.create", $"added project key {AuditLogSecrets.PublicKey}"),
        ("org.edit", "edited the organization setting: require_2fa to True"),
        ("sso.enable", "enabled sso (okta)"), ("member.remove", "removed member gone@acme.example"),
        ("internal-integration.add-token", "added a token to internal integration \u001b[31mDeploy bot\u001b[0m"),
        ("project.edit", "renamed project slug from gate to gateway"), ("api-key.create", "added api key ci"),
        ("servicehook.create", $"added a service hook for \"{AuditLogSecrets.HookAddress}\""),
    ];

    public static void Seed(SandboxOrganization organization, int entries, Dice dice, IdSequence ids)
    {
        SandboxUser[] people = [.. organization.Members.Select(member => member.User).OfType<SandboxUser>().Take(4)];
        var step = TimeSpan.FromDays(85) / Math.Max(1, entries);
        for (var index = 0; index < entries; index++)
        {
            var (name, note) = Doings[index % Doings.Length];
            var actor = index % 5 == 3 ? null : people[index % people.Length];
            organization.AuditLog.Add(new SandboxAuditEntry
            {
                Id = ids.Next("audit", 88_000_001),
                Event = name,
                Actor = actor,
                ActorName = actor is null ? (index % 2 == 0 ? "SCIM Internal Integration (okta)" : "deploy-bot") : "",
                IpAddress = actor is null ? null : string.Create(CultureInfo.InvariantCulture, $"203.0.113.{dice.Next(250)}"),
                Note = note,
                TargetObject = index % 4 == 0 ? null : 1000 + index,
                TargetUser = index % 6 == 2 ? people[^1] : null,
                TargetUserId = name is "member.remove" ? 279_999 : null,
                Data = AuditLogSecrets.Of(name),
                // Pairs share a moment: a cursor by date must not lose the second.
                DateCreated = dice.Now.AddHours(-2) - (step * (index / 2 * 2)),
            });
        }
    }
}
