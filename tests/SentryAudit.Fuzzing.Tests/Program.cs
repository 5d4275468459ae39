using System.Diagnostics;
using System.Globalization;
using SentryAudit.Fuzzing.Tests;
using SentryAudit.Fuzzing.Tests.Recording;

// dotnet run -- MINUTES [FIRST]: changes answers for so long, beginning with a number; without arguments for one minute.
var minutes = args is [var length, ..] ? double.Parse(length, CultureInfo.InvariantCulture) : 1;
var number = args is [_, var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : 0;
var fuzzer = new Fuzzer(await Corpus.ReadAsync());
var (start, made, wrong, watch) = (number, 0, 0, Stopwatch.StartNew());
while (watch.Elapsed.TotalMinutes < minutes)
{
    foreach (var complaint in await fuzzer.TryAsync(number++))
    {
        wrong++;
        Console.WriteLine(complaint);
    }

    made++;
}

Console.WriteLine($"{made} answers changed, from #{start}; {wrong} complaints; {watch.Elapsed.TotalSeconds:N0} s.");
return wrong == 0 ? 0 : 1;
