using System.Diagnostics;
using System.Globalization;
using SentryAudit.Fuzzing.Tests;
using SentryAudit.Fuzzing.Tests.Recording;

// dotnet run -- MINUTES [FIRST]: changes answers for so long, beginning with a number; without arguments for one minute.
const int Step = 1000;
var length = TimeSpan.FromMinutes(args is [var minutes, ..] ? double.Parse(minutes, CultureInfo.InvariantCulture) : 1);
var first = args is [_, var start, ..] ? int.Parse(start, CultureInfo.InvariantCulture) : 0;
var fuzzer = new Fuzzer(await Corpus.ReadAsync());
var (next, wrong, watch) = (first, 0, Stopwatch.StartNew());
while (watch.Elapsed < length)
{
    foreach (var complaint in await fuzzer.TryAsync(next, Step))
    {
        wrong++;
        Console.WriteLine(complaint);
    }

    next += Step;
}

Console.WriteLine($"{next - first} answers changed, from #{first}; {wrong} complaints; {watch.Elapsed.TotalSeconds:N0} s.");
return wrong == 0 ? 0 : 1;
