using System.Globalization;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Faults;

/// <summary>Faults that pass within the retries: the complete list, no error, and a warning that it took longer.</summary>
public sealed class PassingFaultTests(LargeSandbox sandbox) : SandboxTest(sandbox), IClassFixture<LargeSandbox>
{
    private static readonly Dictionary<string, Func<Fault>> Faults = new(StringComparer.Ordinal)
    {
        ["408"] = () => Fault.Status(408, """{"detail":{"code":"request-timeout","message":"Proxied request timed out","extra":{}}}"""),
        ["410 brown-out"] = Fault.BrownOut,
        ["429"] = Fault.RateLimited,
        ["429 of a proxy"] = () => Fault.RetryAfter("7"),
        ["500"] = () => Fault.Empty(500),
        ["502 HTML"] = () => Fault.Html(502),
        ["503"] = () => Fault.Empty(503),
        ["504"] = () => Fault.Empty(504),
        ["reset"] = Fault.Reset,
        ["reset in the body"] = Fault.ResetMidBody,
        ["truncated JSON"] = Fault.TruncatedJson,
        ["slow drip"] = () => Fault.SlowDrip(TimeSpan.FromMilliseconds(50)),
    };

    public static TheoryData<string, string> Matrix => Listing.With(Faults.Keys.SelectMany(name => new[] { name + " @0", name + " @1" }));

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task The_list_is_complete(string cmdlet, string faultOnPage)
    {
        var parts = faultOnPage.Split(" @");
        var listing = Listing.Of(cmdlet);
        var connection = await Server.ConnectAsync(timeout: parts[0] == "slow drip" ? TimeSpan.FromMilliseconds(500) : null);
        var rule = Server.Faults.On(
            listing.Endpoint,
            Faults[parts[0]](),
            skip: int.Parse(parts[1], CultureInfo.InvariantCulture),
            times: 1);

        var run = CmdletRunner.Run(listing.Create(connection));

        run.ShouldSucceed();
        Assert.Equal(1, rule.Applied);
        Assert.Equal(listing.Total(Server.Estate), run.Output.Count);
        Assert.Equal(run.Output.Count, run.Output.Select(Key).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(
            run.VerboseLines.Concat(run.Warnings), line => line.Contains("waiting", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Listing.Names), MemberType = typeof(Listing))]
    public void Rows_that_slide_to_the_next_page_come_once(string cmdlet)
    {
        var listing = Listing.Of(cmdlet);
        Server.Faults.On(listing.Endpoint, Fault.ShiftPages(3), times: 2);

        var run = CmdletRunner.Run(listing.Create(Connection));

        run.ShouldSucceed();
        Assert.Equal(run.Output.Count, run.Output.Select(Key).Distinct(StringComparer.Ordinal).Count());
    }

    private static string Key(object item) => item switch
    {
        SentryUserStatus person => person.MemberId!,
        SentryEvent happened => happened.EventId,
        SentryProjectUser user => user.Hash!,
        _ => (string)item.GetType().GetProperty("Id")!.GetValue(item)!,
    };
}
