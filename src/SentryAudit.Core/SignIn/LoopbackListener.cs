using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SentryAudit.SignIn;

/// <summary>
/// A web server on a free port of 127.0.0.1. It takes the request with which the browser returns from Sentry and answers it with a page;
/// it answers all other requests with "not found". A browser may open connections that it never uses, so each is served on its own.
/// </summary>
internal sealed class LoopbackListener : IDisposable
{
    private const string Path = "/callback";
    private const int LongestHead = 16 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource<LoopbackCallback> _callback = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int _isTaken;

    public LoopbackListener()
    {
        _listener.Start();
        Address = new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port, Path).Uri;
    }

    /// <summary>The redirect address for the browser.</summary>
    public Uri Address { get; }

    /// <summary>Waits for the first request to the address, and until the browser has its page.</summary>
    public async Task<LoopbackCallback> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _ = AcceptAsync(stop.Token);
        try
        {
            return await _callback.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            _listener.Stop();
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(cancellationToken).ConfigureAwait(false);
                _ = ServeAsync(client, cancellationToken);
            }
        }
        catch (Exception fault)
            when (fault is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The sign-in has ended.
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            var head = await ReadHeadAsync(stream, cancellationToken).ConfigureAwait(false);
            if (FindQuery(head) is not { } query)
            {
                await AnswerAsync(client, LoopbackPage.NotHere, cancellationToken).ConfigureAwait(false);
            }
            else if (Interlocked.Exchange(ref _isTaken, 1) != 0)
            {
                await AnswerAsync(client, LoopbackPage.Over, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await TakeAsync(client, query, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The browser closed the connection; the answer may still come on another one.
        }
    }

    private async Task TakeAsync(TcpClient client, string query, CancellationToken cancellationToken)
    {
        try
        {
            await AnswerAsync(client, LoopbackPage.Done, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // The answer counts even if the browser did not wait for its page.
            _callback.TrySetResult(LoopbackCallback.Parse(query));
        }
    }

    private static async Task AnswerAsync(TcpClient client, byte[] page, CancellationToken cancellationToken)
    {
        await client.GetStream().WriteAsync(page, cancellationToken).ConfigureAwait(false);
        client.Client.Shutdown(SocketShutdown.Send);
    }

    // The query of the browser's return; null for any other request. A foreign Host comes from a page whose name points to this machine.
    private string? FindQuery(string head)
    {
        var lines = head.Split("\r\n");
        var isForUs = Array.Exists(lines, line => string.Equals(line, $"Host: {Address.Authority}", StringComparison.OrdinalIgnoreCase));
        return isForUs && lines[0].Split(' ') is ["GET", var target, ..] && target.StartsWith(Path + "?", StringComparison.Ordinal)
            ? target[(Path.Length + 1)..]
            : null;
    }

    private static async Task<string> ReadHeadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestHead];
        var length = 0;
        while (length < buffer.Length && !buffer.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return Encoding.Latin1.GetString(buffer, 0, length);
    }
}
