using System.Net;
using System.Net.Sockets;
using SentryAudit.SignIn;

namespace SentryAudit.Core.Tests.SignIn;

/// <summary>The address a browser comes back to: one request is taken, nothing else is there.</summary>
public sealed class LoopbackListenerTests : IDisposable
{
    private readonly LoopbackListener _listener = new();
    private readonly HttpClient _browser = new(new SocketsHttpHandler { UseProxy = false });

    [Fact]
    public void It_listens_on_this_machine_only_on_a_port_of_its_own()
    {
        using var other = new LoopbackListener();

        Assert.Equal("127.0.0.1", _listener.Address.Host);
        Assert.NotEqual(_listener.Address.Port, other.Address.Port);
    }

    [Fact]
    public async Task The_browser_gets_a_plain_page_without_script()
    {
        var waiting = _listener.ReceiveAsync(default);

        using var answer = await _browser.GetAsync(new Uri($"{_listener.Address}?code=c%2B1&state=s+1"));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("You can close this window", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("c+1", page, StringComparison.Ordinal);
        Assert.Equal("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        var callback = await waiting;
        Assert.Equal(("c+1", "s 1", null), (callback.Code!.Reveal(), callback.State, callback.Error));
    }

    [Fact]
    public async Task A_second_request_finds_nothing()
    {
        var waiting = _listener.ReceiveAsync(default);
        await _browser.GetStringAsync(new Uri($"{_listener.Address}?code=first&state=s"));
        var callback = await waiting;

        try
        {
            using var second = await _browser.GetAsync(new Uri($"{_listener.Address}?code=second&state=s"));
            Assert.Equal(HttpStatusCode.Gone, second.StatusCode);
        }
        catch (HttpRequestException)
        {
            // Nobody listens any more, which is as good.
        }

        Assert.Equal("first", callback.Code!.Reveal());
    }

    [Theory]
    [InlineData("GET", "/favicon.ico", null)]
    [InlineData("GET", "/", null)]
    [InlineData("GET", "/callback", null)]
    [InlineData("POST", "/callback?code=forged&state=s", null)]
    [InlineData("GET", "/callback?code=forged&state=s", "evil.example")]
    public async Task Any_other_path_is_not_found_and_does_not_end_the_wait(string method, string path, string? host)
    {
        var waiting = _listener.ReceiveAsync(default);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_listener.Address, path));
        request.Headers.Host = host;

        using var answer = await _browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(waiting.IsCompleted);
        await _browser.GetStringAsync(new Uri($"{_listener.Address}?code=real&state=s"));
        Assert.Equal("real", (await waiting).Code!.Reveal());
    }

    [Fact]
    public async Task A_connection_that_says_nothing_blocks_no_other()
    {
        var waiting = _listener.ReceiveAsync(default);
        using var silent = new TcpClient();
        await silent.ConnectAsync(IPAddress.Loopback, _listener.Address.Port);

        await _browser.GetStringAsync(new Uri($"{_listener.Address}?error=access_denied&state=s"));

        Assert.Equal("access_denied", (await waiting).Error);
    }

    [Fact]
    public async Task A_request_in_pieces_is_read_to_its_end()
    {
        var waiting = _listener.ReceiveAsync(default);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _listener.Address.Port);
        foreach (var piece in new[] { "GET /callback?co", "de=c&state=s HTTP/1.1\r\nHo", $"st: {_listener.Address.Authority}\r\n", "\r\n" })
        {
            await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(piece));
            await client.GetStream().FlushAsync();
        }

        Assert.Equal("c", (await waiting.WaitAsync(TimeSpan.FromSeconds(10))).Code!.Reveal());
    }

    [Fact]
    public async Task A_browser_that_does_not_wait_for_its_page_has_answered()
    {
        if (!OperatingSystem.IsLinux())
        {
            // Elsewhere a connection that is reset loses what it had said.
            return;
        }

        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _listener.Address.Port);
        client.LingerState = new LingerOption(enable: true, seconds: 0);
        await client
            .GetStream()
            .WriteAsync(
                System.Text.Encoding.ASCII.GetBytes($"GET /callback?code=c&state=s HTTP/1.1\r\nHost: {_listener.Address.Authority}\r\n\r\n")
            );
        client.Close();

        Assert.Equal("c", (await _listener.ReceiveAsync(default).WaitAsync(TimeSpan.FromSeconds(10))).Code!.Reveal());
    }

    [Fact]
    public async Task It_stops_at_once()
    {
        using var stop = new CancellationTokenSource();
        var waiting = _listener.ReceiveAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _browser.Dispose();
    }
}
