using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using SentryAudit;
using SentryAudit.Benchmarks;

// Exit code 0 says that everything could be measured, not that a goal was met: a busy machine misses goals too.
const int Members = 20_000;
const int Pages = Members / 100;
const int FewReleases = 1_000;
const int ManyReleases = 200_000;

if (args is [MemoryUse.Verb, var address, var token, var releases])
{
    await MemoryUse.RunAsync(new Uri(address), token, int.Parse(releases, CultureInfo.InvariantCulture));
    return 0;
}

if (args is [InventoryUse.Verb, var inventory])
{
    await InventoryUse.RunAsync(inventory);
    return 0;
}

if (typeof(SentryMember).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true })
{
    Console.Error.WriteLine("A debug build's figures mean nothing: dotnet run -c Release --project tests/Benchmarks");
    return 2;
}

if (args is ["inventory"])
{
    return await MeasureInventoryAsync();
}

using (
    var sandbox = await SandboxProcess.StartAsync(
        "--organizations",
        "1",
        "--members",
        Members.ToString(CultureInfo.InvariantCulture),
        "--no-rate-limits"))
{
    var stack = await WholeStack.ConnectAsync(sandbox.Address, sandbox.Token);
    using var loop = new BareLoop(stack.Organization, sandbox.Token);
    var (ours, bare) = await Contest.RunAsync(stack, loop, Members, Pages);
    Console.WriteLine($"A page of 100 members, of {Members:N0}; medians");
    Console.WriteLine($"  {"",-24}{stack.Name,16}{loop.Name,18}{"ratio",8}{"goal",8}");
    Line("time, µs", ours.Time, bare.Time, "1.25");
    Line("allocated, KiB", ours.Allocated / 1024, bare.Allocated / 1024, "1.50");
    Line("processor time, µs", ours.Processor, bare.Processor, "-");
}

using (
    var sandbox = await SandboxProcess.StartAsync(
        "--organizations",
        "1",
        "--releases",
        ManyReleases.ToString(CultureInfo.InvariantCulture),
        "--no-rate-limits"))
{
    var few = await MemoryUse.OfAsync(sandbox, FewReleases);
    var many = await MemoryUse.OfAsync(sandbox, ManyReleases);
    Console.WriteLine();
    Console.WriteLine("Memory while releases are listed, each in a process of its own");
    Console.WriteLine($"  {"",-24}{$"{ManyReleases:N0}",16}{$"{FewReleases:N0}",18}{"ratio",8}{"goal",8}");
    Line("live managed heap, KiB", many.Live / 1024d, few.Live / 1024d, "~1");
    Line("peak working set, MiB", many.Peak / 1048576d, few.Peak / 1048576d, "-");
}

Console.WriteLine();
return await MeasureInventoryAsync();

static async Task<int> MeasureInventoryAsync()
{
    var folder = Directory.CreateTempSubdirectory("inventory").FullName;
    try
    {
        var path = Path.Combine(folder, "current.jsonl.gz");
        InventoryUse.Make(path);
        var use = await InventoryUse.OfAsync(path);
        Console.WriteLine(
            $"Loading an inventory of {InventoryUse.Members:N0} members, {InventoryUse.Releases:N0} releases, "
            + $"{InventoryUse.Rules:N0} alert rules, in a process of its own");
        Console.WriteLine($"  {"",-24}{"",16}{"goal",8}");
        Fact("time, s", use.Seconds, "2");
        Fact("processor time, s", use.Processor, "-");
        Fact("live managed heap, MiB", use.Live / 1048576d, "400");
        Fact("peak working set, MiB", use.Peak / 1048576d, "-");
        Fact("file, MiB", new FileInfo(path).Length / 1048576d, "60");
        return 0;
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}

static void Fact(string what, double value, string goal) =>
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-24}{value,16:N1}{goal,8}"));

static void Line(string what, double first, double second, string goal) =>
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-24}{first,16:N1}{second,18:N1}{first / second,8:N2}{goal,8}"));
