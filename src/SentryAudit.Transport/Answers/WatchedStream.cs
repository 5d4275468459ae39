namespace SentryAudit.Transport.Answers;

/// <summary>
/// Passes a body on unchanged, measures it, and remembers its first character, so that an empty body and a web page can be distinguished
/// from broken JSON. The answer disposes of the inner stream.
/// </summary>
internal sealed class WatchedStream(Stream inner, BodyMeter meter) : Stream
{
    private byte _first;

    /// <summary>Whether nothing but white space was read so far.</summary>
    public bool IsEmpty => _first == 0;

    public bool LooksLikeHtml => _first == (byte)'<';

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        meter.Add(buffer.Span[..count]);
        if (_first == 0)
        {
            var text = buffer.Span[..count].TrimStart("\uFEFF \t\r\n"u8);
            _first = text.IsEmpty ? _first : text[0];
        }

        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
