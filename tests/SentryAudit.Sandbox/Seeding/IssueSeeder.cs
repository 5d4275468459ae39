using System.Globalization;
using SentryAudit.Sandbox.Events;

namespace SentryAudit.Sandbox.Seeding;

/// <summary>Says how issues are to be made, without making any.</summary>
internal sealed class IssueSeeder(SandboxOrganization organization, SandboxOptions options, int count)
{
    private const long FirstId = 7_400_000_001;
    private static readonly string[] Statuses =
        ["unresolved", "unresolved", "unresolved", "resolved", "unresolved", "ignored", "unresolved", "unresolved", "resolved", "ignored"];

    private static readonly string[] Open = ["ongoing", "new", "regressed", "escalating"];
    private static readonly string[] Archived = ["archived_until_escalating", "archived_until_condition_met", "archived_forever"];

    private readonly List<SandboxProject> _projects = organization.Projects.FindAll(project => project.FirstEvent is not null);
    private readonly long _organization = long.Parse(organization.Id, CultureInfo.InvariantCulture);

    /// <summary>The issues were all last seen in the eighty days before the estate was photographed.</summary>
    private readonly long _step = TimeSpan.FromDays(80).Ticks / Math.Max(1, count);

    public static void Seed(SandboxOrganization organization, SandboxOptions options, int issues, int endUsers)
    {
        var seeder = new IssueSeeder(organization, options, issues);
        if (seeder._projects.Count > 0)
        {
            organization.Issues = new LazyRows<SandboxIssue>(issues, seeder.Make);
        }

        foreach (var (index, project) in seeder._projects.Index())
        {
            project.EndUsers = endUsers / (index + 1);
        }
    }

    private SandboxIssue Make(int index)
    {
        var noise = Noise.At(options.Seed, _organization, index, 3);
        var round = index / IssueKinds.All.Count;
        var project = _projects[(index + round) % _projects.Count];
        var lastSeen = Round(options.SeedDate.AddHours(-1).Ticks - (_step * index) - (long)(noise % (ulong)Math.Max(1, _step / 2)));
        var status = Statuses[((index * 3) + round) % Statuses.Length];
        return new SandboxIssue(IssueKinds.All[index % IssueKinds.All.Count])
        {
            Id = (FirstId + ((_organization % 1000) * 10_000_000) + index).ToString(CultureInfo.InvariantCulture),
            ShortId = string.Create(CultureInfo.InvariantCulture, $"{project.Slug.ToUpperInvariant()}-{index + 1:X}"),
            Project = project,
            Status = status,
            Substatus = SubstatusOf(status, noise),
            Priority = (noise % 7) switch { 0 => "high", 1 or 2 => "low", 3 => null, _ => "medium" },
            AssignedTo = Assignee(project, index),
            // The second has happened more often than 32 bits can count.
            Count = index == 1 ? 3_000_000_000 : 1 + (long)(noise % 5000),
            UserCount = index % 5 == 4 ? 0 : 1 + (int)(noise % 90),
            FirstSeen = lastSeen - TimeSpan.FromMinutes(index % 9 == 8 ? 0 : (long)(noise % 40_000)),
            LastSeen = lastSeen,
            Environments = index % 6 == 5 ? [] : project.Environments,
            EventsExpired = index % 13 == 12,
        };
    }

    /// <summary>Down to microseconds, which is all Sentry keeps.</summary>
    private static DateTimeOffset Round(long ticks) => new(ticks / 10 * 10, TimeSpan.Zero);

    private static string? SubstatusOf(string status, ulong noise) => status switch
    {
        "unresolved" => Open[noise % 4],
        "ignored" => Archived[noise % 3],
        _ => null,
    };

    private SandboxOwner? Assignee(SandboxProject project, int index) => (index % 4) switch
    {
        1 when project.Teams.Count > 0 => new SandboxOwner("team", project.Teams[0].Id, project.Teams[0].Slug),
        2 when organization.Members[0].User is { } user => new SandboxOwner("user", user.Id, user.Name, user.Email),
        _ => null,
    };
}
