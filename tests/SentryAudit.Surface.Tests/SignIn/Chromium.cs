using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SentryAudit.Surface.Tests.SignIn;

/// <summary>A real browser without a window, driven through its DevTools protocol.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private readonly Process _process;
    private readonly string _profile;
    private readonly ClientWebSocket _socket = new();
    private int _calls;
    private string? _session;

    private Chromium(Process process, string profile) => (_process, _profile) = (process, profile);

    /// <summary>Where it is installed; null where it is not.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public static async Task<Chromium> StartAsync()
    {
        var profile = Directory.CreateTempSubdirectory("sentryaudit-chromium").FullName;
        var start = new ProcessStartInfo(
            Program!,
            [
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--no-proxy-server",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                $"--user-data-dir={profile}",
                "about:blank",
            ])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        var browser = new Chromium(Process.Start(start)!, profile);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        string? line;
        do
        {
            line = await browser._process.StandardError.ReadLineAsync(limit.Token)
                ?? throw new InvalidOperationException("Chromium did not start.");
        } while (!line.StartsWith("DevTools listening on ", StringComparison.Ordinal));

        // Nobody else reads what it complains of, and a full pipe would stop it.
        _ = browser._process.StandardError.ReadToEndAsync(CancellationToken.None);
        await browser._socket.ConnectAsync(new Uri(line["DevTools listening on ".Length..]), limit.Token);
        var target = await browser.CallAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" });
        browser._session = (string)
            (
                await browser.CallAsync(
                    "Target.attachToTarget",
                    new JsonObject { ["targetId"] = (string)target["targetId"]!, ["flatten"] = true }
                )
            )["sessionId"]!;
        return browser;
    }

    public Task OpenAsync(Uri page) => CallAsync("Page.navigate", new JsonObject { ["url"] = page.AbsoluteUri });

    public Task FillAsync(string id, string value) => DoAsync(id, $"element.value = {JsonSerializer.Serialize(value)}");

    public Task ClickAsync(string id) => DoAsync(id, "element.click()");

    /// <summary>The text of the page, once it has the words looked for.</summary>
    public Task<string> ReadAsync(string words) =>
        UntilAsync($"document.body && document.body.innerText.includes({JsonSerializer.Serialize(words)}) ? document.body.innerText : ''");

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        _process.Dispose();
        try
        {
            Directory.Delete(_profile, recursive: true);
        }
        catch (IOException)
        {
            // A last helper process is still writing; the system's own cleaning takes the rest.
        }
    }

    private Task<string> DoAsync(string id, string action) =>
        UntilAsync($"(element => element ? (({action}), 'done') : '')(document.getElementById({JsonSerializer.Serialize(id)}))");

    // Asked again until the page is there: each question takes a round trip, so it is no busy loop.
    private async Task<string> UntilAsync(string expression)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(30))
        {
            var answer = await CallAsync("Runtime.evaluate", new JsonObject { ["expression"] = expression });
            if ((string?)answer["result"]?["value"] is { Length: > 0 } text)
            {
                return text;
            }
        }

        throw new TimeoutException($"The page never got there: {expression}");
    }

    private async Task<JsonObject> CallAsync(string method, JsonObject parameters)
    {
        var id = ++_calls;
        var call = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (_session is not null)
        {
            call["sessionId"] = _session;
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(call), WebSocketMessageType.Text, endOfMessage: true, limit.Token);
        while (true)
        {
            var answer = await ReceiveAsync(limit.Token);
            if ((int?)answer["id"] == id)
            {
                return answer["result"] as JsonObject ?? [];
            }
        }
    }

    private async Task<JsonObject> ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        return (JsonObject)JsonNode.Parse(message.ToArray())!;
    }
}
