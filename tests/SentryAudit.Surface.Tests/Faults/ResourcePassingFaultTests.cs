using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Faults;

/// <summary>The cmdlets that are no plain listings, and faults that pass within the retries: the whole result, and no error.</summary>
public sealed class ResourcePassingFaultTests(LargeSandbox sandbox) : SandboxTest(sandbox), IClassFixture<LargeSandbox>
{
    private static readonly Dictionary<string, Func<Fault>> Faults = new(StringComparer.Ordinal)
    {
        ["500"] = () => Fault.Empty(500),
        ["429"] = Fault.RateLimited,
        ["410 brown-out"] = Fault.BrownOut,
        ["502 HTML"] = () => Fault.Html(502),
        ["reset in the body"] = Fault.ResetMidBody,
        ["truncated JSON"] = Fault.TruncatedJson,
    };

    // Reading everything takes long, and gives the same each time.
    private static readonly Dictionary<string, string[]> Whole = new(StringComparer.Ordinal);

    public static TheoryData<string, string, int> Matrix => ResourceCall.With(_ => Faults.Keys);

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task A_fault_that_passes_leaves_the_whole_result(string name, string faultName, int skip)
    {
        var call = ResourceCall.Of(name);
        var whole = Whole.TryGetValue(name, out var known) ? known : Whole[name] = ResourceCall.KeysOf(call.Run(Connection, Acme));
        var connection = await Server.ConnectAsync();
        var rule = Server.Faults.On(call.Endpoint, Faults[faultName](), skip, times: 1);

        var run = call.Run(connection, Acme);

        Assert.Equal(1, rule.Applied);
        Assert.NotEmpty(run.Output);
        Assert.Empty(ResourceCall.ErrorsOf(run));
        Assert.Equal(whole, ResourceCall.KeysOf(run));
    }
}
