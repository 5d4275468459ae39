using System.Runtime.InteropServices;

namespace SentryAudit.Sandbox.Verbs;

/// <summary>The command line: finds the verb, runs it until it ends or somebody asks it to.</summary>
internal static class Command
{
    private const int Misused = 2;
    private static readonly IVerb[] Verbs = [new ServeVerb(), new DemoVerb()];

    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        var verb = Array.Find(Verbs, candidate => candidate.Name == arguments.FirstOrDefault());
        if (arguments.Contains("--help", StringComparer.Ordinal) || arguments.Contains("-h", StringComparer.Ordinal))
        {
            await output.WriteLineAsync(verb?.Usage ?? Overview());
            return 0;
        }

        if (verb is null)
        {
            await errors.WriteLineAsync(arguments.Length == 0 ? "Say what to do." : $"'{arguments[0]}' is not something the sandbox does.");
            await errors.WriteLineAsync(Overview());
            return Misused;
        }

        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return await verb.RunAsync([.. arguments.Skip(1)], output, stop.Token);
        }
        catch (ArgumentErrorException error)
        {
            await errors.WriteLineAsync(error.Message);
            await errors.WriteLineAsync($"See: sandbox {verb.Name} --help");
            return Misused;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static string Overview() =>
        string.Join(
            '\n',
            [
                "usage: sandbox <verb> [options]",
                .. Verbs.Select(verb => $"  {verb.Name, -10}{verb.Summary}"),
                "<verb> --help shows its options",
            ]);
}
