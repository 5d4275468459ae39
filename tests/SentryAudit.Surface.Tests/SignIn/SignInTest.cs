using System.Text.RegularExpressions;
using SentryAudit.Commands.Connection;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Connecting;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.SignIn;

/// <summary>A test that signs in, with an HTTP client as the person's browser.</summary>
public abstract partial class SignInTest : SessionTest, IDisposable
{
    // The pages are forms: to follow where they lead and to post is all a browser does with them.
    private readonly HttpClient _person = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>What the person decides on the consent page: approve or deny.</summary>
    protected string Decision { get; set; } = "approve";

    /// <summary>Pages that were to be opened in a browser.</summary>
    protected ICollection<Uri> Opened { get; } = [];

    private protected RecordingPipeline SignInByDevice(ConnectSentryCommand? cmdlet = null, params string[] switches)
    {
        // Decided before the first question, for which nobody waits.
        var pipeline = new RecordingPipeline();
        pipeline.OnTell = text => EnterAsync(UserCode().Match(text).Groups["code"].Value).GetAwaiter().GetResult();
        var connect = cmdlet ?? new ConnectSentryCommand { ClientId = SandboxOAuth.ClientId };
        connect.Clock = new HurriedClock(TimeSpan.FromSeconds(10));
        return Run(connect, pipeline, ["DeviceCode", .. switches]);
    }

    private protected RecordingPipeline SignInByBrowser(ConnectSentryCommand? cmdlet = null, params string[] switches)
    {
        var pipeline = new RecordingPipeline();
        pipeline.OnTell = text => _ = DecideAsync(new Uri(Address().Match(text).Value));
        return Run(cmdlet, pipeline, ["Browser", .. switches]);
    }

    private protected RecordingPipeline Run(ConnectSentryCommand? cmdlet, RecordingPipeline pipeline, params string[] switches)
    {
        var connect = cmdlet ?? new ConnectSentryCommand { ClientId = SandboxOAuth.ClientId };
        connect.Uri ??= Server.BaseUri;
        connect.TimeoutSec = 10;
        connect.OpenBrowser = page =>
        {
            Opened.Add(page);
            return true;
        };
        return DirectRunner.Run(connect, pipeline, switches);
    }

    private protected async Task EnterAsync(string userCode)
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["user_code"] = userCode, ["op"] = Decision }
        );
        using var answer = await _person.PostAsync(new Uri(Server.BaseUri, "oauth/device/"), form).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
    }

    private protected async Task<string> DecideAsync(Uri page)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["op"] = Decision });
        using var answer = await _person.PostAsync(page, form).ConfigureAwait(false);
        return await answer.Content.ReadAsStringAsync().ConfigureAwait(false);
    }

    /// <summary>Every access token handed out so far is refused from now on.</summary>
    protected void ExpireAll()
    {
        foreach (var secret in Server.OAuth.Secrets)
        {
            try
            {
                Server.ExpireToken(secret);
            }
            catch (ArgumentException)
            {
                // A code or a refresh token.
            }
        }
    }

    public void Dispose()
    {
        _person.Dispose();
        GC.SuppressFinalize(this);
    }

    [GeneratedRegex("code (?<code>[A-Z]{4}-[A-Z]{4})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UserCode();

    [GeneratedRegex(@"http://\S+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
