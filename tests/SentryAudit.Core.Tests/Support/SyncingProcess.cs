using System.Diagnostics;
using System.Globalization;
using SentryAudit.Inventory;
using SentryAudit.Models;

namespace SentryAudit.Core.Tests.Support;

/// <summary>
/// These tests as a program of its own: it syncs into a folder again and again until it is killed. Sync n has the tag n
/// and n mod 7 + 1 members, teams and roles.
/// </summary>
internal static class SyncingProcess
{
    public static readonly Uri Host = new("https://sentry.io/");

    public static Process Start(string root)
    {
        // The runtime this one runs on; what is on PATH may be another.
        var host = Path.Combine(
            Path.GetDirectoryName(typeof(object).Assembly.Location)!,
            "..",
            "..",
            "..",
            OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return Process.Start(
            new ProcessStartInfo(host, [typeof(SyncingProcess).Assembly.Location, root])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
    }

    public static int SizeOf(int sync) => (sync % 7) + 1;

    public static Task<SyncOutcome> SyncAsync(string root, int sync)
    {
        var source = new ListedSource();
        foreach (var id in Enumerable.Range(1, SizeOf(sync)).Select(id => id.ToString(CultureInfo.InvariantCulture)))
        {
            source.Members.Add(ListedSource.Member(id));
            source.Teams.Add(ListedSource.Team(id));
            source.Roles.Add(new SentryRole { Id = id, Kind = SentryRoleKind.Team, OrganizationSlug = "acme" });
        }

        var options = new SyncOptions
        {
            Root = root,
            Host = Host,
            Types = InventoryKinds.All.Select(kind => kind.Type).ToHashSet(),
            Keep = 3,
            AccountName = sync.ToString(CultureInfo.InvariantCulture),
        };
        return new OrganizationSync(source, options, TimeProvider.System, new SyncProgress(TimeProvider.System, static _ => { })).RunAsync(
            new OrganizationHome("acme", "2", Host),
            static _ => { },
            CancellationToken.None);
    }

    public static async Task<int> Main(string[] arguments)
    {
        for (var sync = 1; ; sync++)
        {
            await SyncAsync(arguments[0], sync);
            await Console.Out.WriteLineAsync(sync.ToString(CultureInfo.InvariantCulture));
        }
    }
}
