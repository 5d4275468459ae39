using System.Diagnostics;
using System.Globalization;
using SentryAudit.Inventory;

namespace SentryAudit.Benchmarks;

/// <summary>What loading a large inventory takes, in a process of its own: nothing is compiled, cached or collected there yet.</summary>
/// <param name="Seconds">From opening the file to holding everything in it.</param>
/// <param name="Processor">Seconds of processor time from the start of the process: what a busy machine does not change.</param>
/// <param name="Live">Bytes alive in the managed heap then.</param>
/// <param name="Peak">Most bytes of working set.</param>
internal sealed record InventoryUse(double Seconds, double Processor, long Live, long Peak)
{
    /// <summary>The argument that makes this program a measured one.</summary>
    public const string Verb = "load-inventory";

    public const int Members = 20_000;
    public const int Projects = 3_000;
    public const int Teams = 1_000;
    public const int Releases = 200_000;
    public const int Rules = 10_000;

    private static readonly DateTimeOffset Start = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Writes an inventory of that size.</summary>
    public static void Make(string path)
    {
        using var writer = new InventoryWriter(path);
        Write(writer, InventoryKinds.Member, Enumerable.Range(1, Members).Select(Member));
        Write(writer, InventoryKinds.Team, Enumerable.Range(1, Teams).Select(Team));
        Write(writer, InventoryKinds.Project, Enumerable.Range(1, Projects).Select(Project));
        Write(writer, InventoryKinds.Release, Enumerable.Range(1, Releases).Select(Release));
        Write(writer, InventoryKinds.AlertRule, Enumerable.Range(1, Rules).Select(Rule));
        writer.Complete(new InventoryHeader
        {
            Format = InventoryHeader.FormatName,
            SchemaVersion = InventoryHeader.CurrentSchemaVersion,
            ModuleVersion = SyncOptions.ModuleVersion,
            Host = new Uri("https://sentry.io/"),
            OrganizationId = "2",
            OrganizationSlug = "acme",
            StartedAt = Start,
            EndedAt = Start.AddMinutes(20),
            Sections = [],
        });
    }

    /// <summary>Loads in a new process.</summary>
    public static async Task<InventoryUse> OfAsync(string path)
    {
        var process = OwnProcess.Start(typeof(InventoryUse).Assembly.Location, [Verb, path]);
        try
        {
            var answer = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 && answer.Split(' ') is [var seconds, var processor, var live, var peak]
                ? new InventoryUse(
                    double.Parse(seconds, CultureInfo.InvariantCulture),
                    double.Parse(processor, CultureInfo.InvariantCulture),
                    long.Parse(live, CultureInfo.InvariantCulture),
                    long.Parse(peak, CultureInfo.InvariantCulture))
                : throw new InvalidOperationException($"Loading failed: {answer}");
        }
        finally
        {
            OwnProcess.End(process);
        }
    }

    /// <summary>Loads in this process, and prints what it took.</summary>
    public static async Task RunAsync(string path)
    {
        var clock = Stopwatch.StartNew();
        var snapshot = InventorySnapshot.Open(path);
        object[] all =
        [
            snapshot.Read(InventoryKinds.Member).ToArray(),
            snapshot.Read(InventoryKinds.Team).ToArray(),
            snapshot.Read(InventoryKinds.Project).ToArray(),
            snapshot.Read(InventoryKinds.Release).ToArray(),
            snapshot.Read(InventoryKinds.AlertRule).ToArray(),
        ];
        var seconds = clock.Elapsed.TotalSeconds;
        using var self = Process.GetCurrentProcess();
        var processor = self.TotalProcessorTime.TotalSeconds;
        var peak = self.PeakWorkingSet64;
        var live = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(all);
        await Console.Out.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{seconds} {processor} {live} {peak}"));
    }

    private static void Write<T>(InventoryWriter writer, InventoryKind<T> kind, IEnumerable<T> entities)
        where T : class => writer.Write(
            kind, entities.Select(entity => new InventoryEntry<T> { Entity = entity, FirstSeen = Start }),
            new InventorySection { Type = kind.ToString(), ReadAt = Start, IsComplete = true, Count = 0, RemovedCount = 0, Length = 0 });

    private static SentryMember Member(int number) => new()
    {
        Id = Text(number),
        UserId = Text(number + 50_000),
        Email = $"person-{number}@acme.example",
        Name = $"Person {number}",
        Role = number % 50 == 0 ? "manager" : "member",
        Status = SentryUserStatusKind.Active,
        Pending = false,
        Expired = false,
        Has2FA = number % 3 != 0,
        DateCreated = Start.AddMinutes(-number),
        IsActive = true,
        LastLogin = Start.AddSeconds(-number),
        LastActive = Start.AddSeconds(-number),
        InviteStatus = "approved",
        SsoLinked = true,
        OrganizationSlug = "acme",
        LastUpdated = Start,
    };

    private static SentryTeam Team(int number) =>
        new()
        {
            Id = Text(number),
            Slug = $"team-{number}",
            Name = $"Team {number}",
            OrganizationSlug = "acme",
            LastUpdated = Start,
        };

    private static SentryProject Project(int number) => new()
    {
        Id = Text(number),
        Slug = $"project-{number}",
        Name = $"Project {number}",
        Platform = "javascript-react",
        TeamSlugs = new StringList([$"team-{(number % Teams) + 1}"]),
        OrganizationSlug = "acme",
        LastUpdated = Start,
    };

    private static SentryRelease Release(int number) => new()
    {
        Id = $"2/project-{(number % Projects) + 1}@{number / 100}.{number % 100}.0+{number * 7919L:x}",
        Version = $"project-{(number % Projects) + 1}@{number / 100}.{number % 100}.0+{number * 7919L:x}",
        ShortVersion = $"{number / 100}.{number % 100}.0",
        Status = "open",
        DateCreated = Start.AddMinutes(-number),
        DateReleased = Start.AddMinutes(-number),
        ProjectSlugs = new StringList([$"project-{(number % Projects) + 1}"]),
        CommitCount = number % 40,
        DeployCount = number % 3,
        NewGroups = number % 5,
        FirstEvent = Start.AddMinutes(-number),
        LastEvent = Start.AddMinutes(-number / 2),
        LastDeployEnvironment = "production",
        OrganizationSlug = "acme",
        LastUpdated = Start,
    };

    private static SentryAlertRule Rule(int number) => new()
    {
        Id = Text(number),
        Name = $"Rule {number}",
        Kind = SentryAlertRuleKind.Issue,
        Source = SentryAlertRuleSource.Workflow,
        Status = "active",
        DateCreated = Start.AddMinutes(-number),
        ActionMatch = "any",
        FilterMatch = "all",
        Frequency = TimeSpan.FromMinutes(30),
        ProjectSlugs = new StringList([$"project-{(number % Projects) + 1}"]),
        Actions = new StringList([$"email team:{number % Teams}"]),
        OrganizationSlug = "acme",
        LastUpdated = Start,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
