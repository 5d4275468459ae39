using System.Diagnostics;
using System.Globalization;
using SentryAudit.Fuzzing.Tests;
using SentryAudit.Fuzzing.Tests.Recording;
using SentryAudit.Fuzzing.Tests.Storing;

// dotnet run -- MINUTES [FIRST]: changes answers for so long, beginning with a number; without arguments for one minute.
const int Step = 1000;
var length = TimeSpan.FromMinutes(args is [var minutes, ..] ? double.Parse(minutes, CultureInfo.InvariantCulture) : 1);
var first = args is [_, var start, ..] ? int.Parse(start, CultureInfo.InvariantCulture) : 0;
var cases = await Corpus.ReadAsync();
var fuzzer = new Fuzzer(cases);
var root = Directory.CreateTempSubdirectory("sentryaudit-fuzz");
using var store = await StoreFuzzer.MakeAsync(cases, root.FullName);
root.Delete(recursive: true);
var (next, wrong, watch) = (first, 0, Stopwatch.StartNew());
while (watch.Elapsed < length)
{
    string[] files = [.. Enumerable.Range(next, Step / 10).SelectMany(store.Try)];
    foreach (var complaint in files.Concat(await fuzzer.TryAsync(next, Step)))
    {
        wrong++;
        Console.WriteLine(complaint);
    }

    next += Step;
}

Console.WriteLine($"{next - first} answers and a tenth as many files changed, from #{first} on, in {watch.Elapsed.TotalSeconds:N0} s.");
Console.WriteLine($"{wrong} complaints.");
return wrong == 0 ? 0 : 1;
