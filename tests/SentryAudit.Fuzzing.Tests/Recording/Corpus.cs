using SentryAudit.Api;
using SentryAudit.Api.Calls;
using SentryAudit.Http;
using SentryAudit.Inventory;
using SentryAudit.Models;
using SentryAudit.Sandbox;
using SentryAudit.Tests;

namespace SentryAudit.Fuzzing.Tests.Recording;

/// <summary>All questions with the healthy answers of a small sandbox, and what the module makes of them.</summary>
internal sealed class Corpus
{
    private static readonly ManualTimeProvider Clock = new();

    private readonly Uri _base;
    private readonly OrganizationHome _acme;
    private readonly IReadOnlyDictionary<string, RecordedAnswer> _answers;

    private Corpus(Uri baseUri, OrganizationHome acme, IReadOnlyDictionary<string, RecordedAnswer> answers) =>
        (_base, _acme, _answers) = (baseUri, acme, answers);

    /// <summary>The sandbox of today, and one of an older self-hosted Sentry.</summary>
    public static async Task<IReadOnlyList<Case>> ReadAsync() =>
        [.. await ReadAsync(Questions.All, isOld: false), .. await ReadAsync(Questions.OfOldOnes, isOld: true)];

    /// <summary>Asks a question, with one answer in the place of another.</summary>
    public async Task<Outcome> AskAsync(Question question, string? mutatedKey, byte[]? mutated)
    {
        using var replay = new Replay(_answers, mutatedKey, mutated);
        var items = new List<object>();
        Exception? fault = null;
        try
        {
            await foreach (var item in question.Ask(Api(replay), _acme))
            {
                items.Add(item);
            }
        }
        catch (Exception caught)
        {
            fault = caught;
        }

        return new Outcome(items, fault, [.. replay.Asked.Distinct(StringComparer.Ordinal)]);
    }

    private static async Task<IReadOnlyList<Case>> ReadAsync(IReadOnlyList<Question> questions, bool isOld)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            Members = 6, Projects = 3, Teams = 3, Releases = 4, AlertRules = 3, PendingInvites = 1, Issues = 4, EventsPerIssue = 2,
            ProjectUsers = 4, AuditLogEntries = 5, Organizations = 1, RateLimits = false, SelfHosted = isOld, LegacyAlertsOnly = isOld,
            TimeProvider = Clock,
        });
        using var recorder = new Recorder(sandbox.Token);
        var acme = new OrganizationHome("acme", sandbox.Estate.Organizations[0].Id, isOld ? sandbox.BaseUri : sandbox.RegionUris[0]);
        var corpus = new Corpus(sandbox.BaseUri, acme, recorder.Answers);
        foreach (var question in questions)
        {
            await foreach (var item in question.Ask(corpus.Api(recorder), acme))
            {
                _ = item;
            }
        }

        var cases = new List<Case>();
        foreach (var question in questions)
        {
            cases.Add(new Case(corpus, question, await corpus.AskAsync(question, mutatedKey: null, mutated: null)));
        }

        return cases;
    }

    /// <summary>Stores what the healthy answers say, and gives the file.</summary>
    public async Task<string> SyncAsync(string root)
    {
        using var replay = new Replay(_answers, mutatedKey: null, mutated: null);
        var options = new SyncOptions { Root = root, Host = _base, Types = Enum.GetValues<SentryEntityType>().ToHashSet(), Keep = 1 };
        var sync = new OrganizationSync(new LiveSource(Api(replay)), options, Clock, new SyncProgress(Clock, static _ => { }));
        await sync.RunAsync(_acme, static fault => throw fault, CancellationToken.None);
        return InventoryPlace.For(root, _base, _acme.Id!).CurrentPath;
    }

    /// <summary>The body of a recorded answer.</summary>
    public byte[] BodyOf(string key) => _answers.TryGetValue(key, out var answer) ? answer.Body : [];

    private SentryApi Api(ISentryTransport transport) => new(
        new SentrySite(
            transport,
            new OrganizationDirectory(_base, new TrustedHosts(_base)),
            _base,
            Organization: "acme",
            Organizations: null,
            Clock),
        SilentObserver.Instance);
}
