using System.Diagnostics;

namespace SentryAudit.Suites;

/// <summary>The whole run: prepare, test, sum up.</summary>
internal static class Command
{
    private const int Failed = 1;
    private const int Misused = 2;

    public static async Task<int> RunAsync(string[] commandLine, TextWriter output, TextWriter errors)
    {
        if (Arguments.Parse(commandLine) is not { } arguments)
        {
            await errors.WriteLineAsync(Arguments.Usage);
            return Misused;
        }

        var assemblies = TestAssembly.All.Where(assembly => arguments.Wants(assembly.Name)).ToArray();
        var files = PesterFiles.All.Where(arguments.Wants).ToArray();
        var unknown = arguments.Names.Except([.. assemblies.Select(assembly => assembly.Name), .. files], StringComparer.OrdinalIgnoreCase);
        if (unknown.FirstOrDefault() is { } name)
        {
            string[] all = [.. TestAssembly.All.Select(assembly => assembly.Name), .. PesterFiles.All];
            await errors.WriteLineAsync($"'{name}' is not a suite. There are: {string.Join(", ", all)}.");
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
        using var pester = new PesterFiles(files);
        await Lanes.RunAsync(Order(assemblies, pester, arguments, report));
        return Summary.Write(output, report.Results, arguments, watch.Elapsed) ? 0 : Failed;
    }

    // The longest first, and Pester beside it: so no processor waits for another at the end.
    private static IEnumerable<Func<Task>> Order(TestAssembly[] assemblies, PesterFiles pester, Arguments arguments, Report report)
    {
        var worker = new PesterWorker(pester, arguments.PowerShell, report);
        var work = assemblies.Select<TestAssembly, Func<Task>>(assembly => async () => report.Add(await assembly.RunAsync())).ToArray();
        return [.. work.Take(1), worker.RunAsync, .. work.Skip(1), .. Enumerable.Repeat<Func<Task>>(worker.RunAsync, Lanes.Count - 1)];
    }
}
