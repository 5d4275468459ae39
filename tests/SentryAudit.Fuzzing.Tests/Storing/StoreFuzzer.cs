using System.Text;
using SentryAudit.Fuzzing.Tests.Judging;
using SentryAudit.Fuzzing.Tests.Mutating;
using SentryAudit.Fuzzing.Tests.Recording;

namespace SentryAudit.Fuzzing.Tests.Storing;

/// <summary>Changes the file of a stored state, reads it, and judges what comes of it.</summary>
internal sealed class StoreFuzzer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sentryaudit-fuzz").FullName;
    private readonly string _file;
    private readonly byte[] _whole;
    private readonly StoredState _state;
    private readonly Outcome _healthy;

    private StoreFuzzer(string file)
    {
        _file = file;
        _whole = File.ReadAllBytes(file);
        _state = StoredState.Of(file);
        _healthy = Read(file);
    }

    public IReadOnlyList<object> Healthy => _healthy.Items;

    public static async Task<StoreFuzzer> MakeAsync(IReadOnlyList<Case> cases, string root) =>
        new(await cases[0].Corpus.SyncAsync(root));

    /// <summary>Makes one change.</summary>
    /// <returns>What is wrong with what came of it.</returns>
    public IReadOnlyList<string> Try(int number)
    {
        var random = new Random(number);
        var line = random.Next(_state.Lines);
        var isLine = random.Next(4) > 0;
        var mutation = new Mutator(random).Mutate(isLine ? Encoding.UTF8.GetBytes(_state[line]) : _whole, isText: isLine);
        var path = Path.Combine(_folder, $"{number}.jsonl.gz");
        File.WriteAllBytes(path, isLine ? _state.ToFile(line, Encoding.UTF8.GetString(mutation.Body)) : mutation.Body);
        var outcome = Read(path);
        File.Delete(path);
        return [.. Judge.Complaints(_healthy, mutation, outcome).Select(complaint => $"#{number} line {line}, {mutation}: {complaint}")];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Outcome Read(string path)
    {
        try
        {
            return new Outcome(StoredState.Read(path), Fault: null, Asked: []);
        }
        catch (Exception fault)
        {
            return new Outcome([], fault, Asked: []);
        }
    }
}
