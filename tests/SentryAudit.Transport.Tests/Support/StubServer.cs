using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Channels;

namespace SentryAudit.Transport.Tests.Support;

/// <summary>
/// A server of bytes: for what the sandbox, which behaves like Sentry, does not do. Gives its answers in order and the last one for ever.
/// </summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<StubRequest> _requests = new();
    private readonly Channel<StubRequest> _arrived = Channel.CreateUnbounded<StubRequest>();
    private readonly Func<int, StubAnswer> _script;
    private readonly X509Certificate2? _certificate;
    private int _count;

    public StubServer(params StubAnswer[] answers)
        : this(number => answers[Math.Min(number, answers.Length) - 1])
    {
    }

    public StubServer(Func<int, StubAnswer> script, X509Certificate2? certificate = null)
    {
        (_script, _certificate) = (script, certificate);
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri BaseUri => new($"{(_certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    public IReadOnlyCollection<StubRequest> Requests => _requests;

    /// <summary>Connections taken, with or without a request.</summary>
    public int Connections { get; private set; }

    /// <summary>The next request that comes.</summary>
    public Task<StubRequest> ArrivalAsync() => _arrived.Reader.ReadAsync().AsTask().WaitAsync(Line.Limit);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                Connections++;
                _ = ServeAsync(socket);
            }
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var _ = socket;
        try
        {
            await using var stream = await OpenAsync(new NetworkStream(socket));
            while (await ReadHeadAsync(stream) is { Length: > 0 } head)
            {
                var request = StubRequest.Parse(head);
                _requests.Enqueue(request);
                var answer = _script(Interlocked.Increment(ref _count));
                _arrived.Writer.TryWrite(request);
                if (!await AnswerAsync(stream, answer))
                {
                    // Linger of zero makes a reset of a reset, and an orderly end of a cut.
                    socket.LingerState = new LingerOption(answer.Reset, 0);
                    return;
                }
            }
        }
        catch (Exception fault)
            when (fault
                    is IOException
                        or OperationCanceledException
                        or System.Security.Authentication.AuthenticationException
                        or SocketException)
        {
            // The client left, or the test did.
        }
    }

    private async Task<Stream> OpenAsync(Stream stream)
    {
        if (_certificate is null)
        {
            return stream;
        }

        var tls = new SslStream(stream);
        await tls.AuthenticateAsServerAsync(_certificate);
        return tls;
    }

    private async Task<bool> AnswerAsync(Stream stream, StubAnswer answer)
    {
        if (answer.Reset)
        {
            return false;
        }

        var half = answer.CutAfter ?? (answer.Body.Length / 2);
        await stream.WriteAsync(answer.Head(), _stop.Token);
        await stream.WriteAsync(answer.Body.AsMemory(0, half), _stop.Token);
        await answer.Hold.WaitAsync(_stop.Token);
        if (answer.CutAfter is not null)
        {
            return false;
        }

        await stream.WriteAsync(answer.Body.AsMemory(half), _stop.Token);
        return true;
    }

    private async Task<string> ReadHeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (head.Length < 4 || head[^1] != '\n' || head[^2] != '\r' || head[^3] != '\n' || head[^4] != '\r')
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0)
            {
                return "";
            }

            head.Append((char)one[0]);
        }

        return head.ToString().TrimEnd();
    }
}
