using System.Globalization;
using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Support;

/// <summary>An estate in which every listing has several pages.</summary>
public sealed class LargeSandbox : SandboxFixture
{
    public const int AllIssues = 430;
    public const int Events = 60;
    public const int Users = 230;

    protected override SandboxOptions Options => new()
    {
        RateLimits = false,
        Issues = AllIssues,
        EventsPerIssue = Events,
        ProjectUsers = Users,
        Members = 250,
        PendingInvites = 20,
        Teams = 130,
        Projects = 120,
        Releases = 250,
        AlertRules = 230,
        Organizations = 120,
        AuditLogEntries = 240,
    };

    protected override void Enlarge(SandboxOrganization organization)
    {
        foreach (var number in Enumerable.Range(1, 130).Select(number => number.ToString(CultureInfo.InvariantCulture)))
        {
            organization.Integrations.Add(
                new SandboxIntegration
                {
                    Id = "9" + number,
                    Name = "Chat " + number,
                    ProviderKey = "slack",
                    ProviderName = "Slack",
                }
            );
            organization.Apps.Add(
                new SandboxApp
                {
                    Id = int.Parse(number, CultureInfo.InvariantCulture),
                    Uuid = "uuid-" + number,
                    Slug = "app-" + number,
                    Name = "App",
                    Status = "published",
                }
            );
            organization.InviteRequests.Add(
                new SandboxMember
                {
                    Id = "77" + number,
                    Email = $"hopeful-{number}@acme.example",
                    Name = "Hopeful",
                    InviteStatus = "requested_to_join",
                }
            );
        }
    }
}
