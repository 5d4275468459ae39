using System.Text.RegularExpressions;
using SentryAudit.Commands.Connection;
using SentryAudit.Commands.Team;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.SignIn;

/// <summary>Both sign-ins in a real browser, from the page that is opened to the sentence at the end.</summary>
public sealed partial class ChromiumTests : SignInTest
{
    [ChromiumFact]
    public async Task A_sign_in_by_browser_succeeds()
    {
        await using var browser = await Chromium.StartAsync();
        var run = Task.Run(() => Run(null, new RecordingPipeline(), "Browser"));
        SpinWait.SpinUntil(() => Opened.Count > 0 || run.IsCompleted, TimeSpan.FromSeconds(20));

        await browser.OpenAsync(Opened.Single());
        Assert.Contains("org:read, member:read", await browser.ReadAsync("It asks for"), StringComparison.Ordinal);
        await browser.ClickAsync("approve");

        Assert.Contains("You can close this window", await browser.ReadAsync("You can close"), StringComparison.Ordinal);
        (await run).ShouldSucceed();
        CmdletRunner.Run(new GetSentryTeamCommand { Organization = [new("acme")] }).ShouldSucceed();
    }

    [ChromiumFact]
    public async Task A_sign_in_by_browser_can_be_denied()
    {
        await using var browser = await Chromium.StartAsync();
        var run = Task.Run(() => Run(null, new RecordingPipeline(), "Browser"));
        SpinWait.SpinUntil(() => Opened.Count > 0 || run.IsCompleted, TimeSpan.FromSeconds(20));

        await browser.OpenAsync(Opened.Single());
        await browser.ClickAsync("deny");

        Assert.Equal("SentrySignInDenied", (await run).TerminatingError().ErrorId);
    }

    [ChromiumFact]
    public async Task A_sign_in_by_device_code_succeeds()
    {
        Server.OAuth.PollInterval = TimeSpan.FromSeconds(1);
        await using var browser = await Chromium.StartAsync();
        var pipeline = new RecordingPipeline();
        var run = Task.Run(() => Run(new ConnectSentryCommand { ClientId = SandboxOAuth.ClientId }, pipeline, "DeviceCode"));
        SpinWait.SpinUntil(() => Opened.Count > 0 || run.IsCompleted, TimeSpan.FromSeconds(20));

        await browser.OpenAsync(Opened.Single());
        await browser.FillAsync("user_code", Code().Match(Assert.Single(pipeline.Told)).Value);
        await browser.ClickAsync("continue");
        await browser.ClickAsync("approve");

        await browser.ReadAsync("You can go back to your device");
        (await run).ShouldSucceed();
        CmdletRunner.Run(new GetSentryTeamCommand { Organization = [new("acme")] }).ShouldSucceed();
    }

    [GeneratedRegex("[A-Z]{4}-[A-Z]{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
