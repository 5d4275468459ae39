using System.Globalization;
using SentryAudit.Sandbox.Events;

namespace SentryAudit.Sandbox.Seeding;

/// <summary>Fills what users wrote through the older form: about events Sentry has, and about events it never saw.</summary>
internal static class UserReportSeeder
{
    private static readonly (string Name, string Email, string Comments)[] Texts =
    [
        ("Rosa Vega", "rosa@customer.example", "It broke when I pressed save."),
        ("", "", "Nobody asked for my name."),
        ("Mallory \u001b[31mRed\u001b[0m", "mallory@customer.example", "=cmd|' /C calc'!A0\nsecond line"),
        ("Dov", "dov@customer.example", "\u202eשלום\u202c 🦊 <b>bold</b>"),
    ];

    public static void Seed(SandboxOrganization organization, SandboxOptions options, Dice dice, IdSequence ids)
    {
        var projects = organization.Projects.Where(project => project.FirstEvent is not null).Take(2).ToList();
        foreach (var (round, project) in projects.Index())
        {
            var issues = organization.Issues.Take(200).Where(issue => issue.Project == project).Take(3).ToList();
            for (var index = 0; index < 3 * Texts.Length; index++)
            {
                var issue = index % 4 != 3 && issues.Count > 0 ? issues[index % issues.Count] : null;
                var (name, email, comments) = Texts[index % Texts.Length];
                organization.UserReports.Add(new SandboxUserReport
                {
                    Id = ids.Next("report", 9_001),
                    Project = project,
                    EventId = issue is null
                        ? dice.Hex(32)
                        : EventId.Of(options.Seed, long.Parse(issue.Id, CultureInfo.InvariantCulture), 0),
                    Issue = issue,
                    Name = name,
                    Email = email,
                    Comments = comments,
                    DateCreated = dice.DaysAgo((index * 5) + round, (index * 5) + round + 1),
                    HasUser = index % 3 == 0,
                });
            }
        }

        organization.UserReports.Sort(static (one, other) => other.DateCreated.CompareTo(one.DateCreated));
    }
}
