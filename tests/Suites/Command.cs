using System.Diagnostics;

namespace SentryAudit.Suites;

/// <summary>The whole run: prepare, test, sum up.</summary>
internal static class Command
{
    private const int Failed = 1;
    private const int Misused = 2;

    public static async Task<int> RunAsync(string[] commandLine, TextWriter output, TextWriter errors)
    {
        if (commandLine is ["--help" or "-h"])
        {
            await output.WriteLineAsync(Arguments.Usage);
            return 0;
        }

        var arguments = Arguments.Parse(commandLine);
        if (arguments is null || FaultOf(arguments) is not null)
        {
            await errors.WriteLineAsync(arguments is null ? Arguments.Usage : FaultOf(arguments));
            return Misused;
        }

        var watch = Stopwatch.StartNew();
        await output.WriteLineAsync("Building the solution, and restoring PowerShell ...");
        if (await Preparation.RunAsync() is { } fault)
        {
            await errors.WriteLineAsync(fault);
            return Failed;
        }

        await output.WriteLineAsync($"Built in {watch.Elapsed.TotalSeconds:N0} s.\n");
        var report = new Report(output);
        using var pester = new PesterFiles(PesterFiles.All.Where(arguments.Wants));
        await Lanes.RunAsync(Order(pester, arguments, report));
        return Summary.Write(output, report.Results, arguments, watch.Elapsed) ? 0 : Failed;
    }

    private static string? FaultOf(Arguments arguments)
    {
        string[] suites = [.. TestAssembly.All.Select(assembly => assembly.Name), .. PesterFiles.All];
        if (arguments.Names.Except(suites, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } name)
        {
            return $"'{name}' is not a suite. There are: {string.Join(", ", suites)}.";
        }

        return arguments.PowerShell is { } path && !File.Exists(path)
            ? $"There is no PowerShell at '{path}': give the path of pwsh after {Arguments.PowerShellOption}."
            : null;
    }

    // The longest first, and Pester beside it: so no processor waits for another at the end.
    private static IEnumerable<Func<Task>> Order(PesterFiles pester, Arguments arguments, Report report)
    {
        var worker = new PesterWorker(pester, arguments.PowerShell, report);
        var projects = TestAssembly.All.Where(assembly => arguments.Wants(assembly.Name))
            .Select<TestAssembly, Func<Task>>(assembly => async () => report.Add(await assembly.RunAsync()))
            .ToArray();
        var more = Enumerable.Repeat<Func<Task>>(worker.RunAsync, Lanes.Count - 1);
        return [.. projects.Take(1), worker.RunAsync, .. projects.Skip(1), .. more];
    }
}
