using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SentryAudit.SignIn;

/// <summary>
/// A web server of one page on a free port of 127.0.0.1: takes the one request with which the browser comes back, and
/// answers it with a sentence. Everything else it is asked for is not there. A browser opens connections it may never
/// use, so each is served by itself.
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

    /// <summary>Where the browser is to come back to.</summary>
    public Uri Address { get; }

    /// <summary>The first request to the address, once the browser has its page.</summary>
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
            // The sign-in is over.
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            var head = await ReadHeadAsync(stream, cancellationToken).ConfigureAwait(false);
            var query = QueryOf(head);
            var isFirst = query is not null && Interlocked.Exchange(ref _isTaken, 1) == 0;
            try
            {
                await stream
                    .WriteAsync(
                        isFirst ? LoopbackPage.Done
                            : query is null ? LoopbackPage.NotHere
                            : LoopbackPage.Over,
                        cancellationToken).ConfigureAwait(false);
                client.Client.Shutdown(SocketShutdown.Send);
            }
            finally
            {
                // A browser that did not wait for its page has brought the answer all the same.
                if (isFirst)
                {
                    _callback.TrySetResult(LoopbackCallback.Parse(query!));
                }
            }
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // A browser that went away; another connection may still bring the answer.
        }
    }

    // The query of a request that is the browser's return; null for any other. A foreign Host is a page that had its name point here.
    private string? QueryOf(string head)
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
