namespace SentryAudit.Inventory;

/// <summary>
/// Reads lines as UTF-8 bytes, from which a serializer can read directly. To make strings of them would double the time.
/// </summary>
internal sealed class JsonLines(Stream stream) : IDisposable
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>Moves to the next line.</summary>
    /// <param name="line">The line without its end; valid until the next call.</param>
    /// <returns>False at the end.</returns>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        var searched = _start;
        while (true)
        {
            var length = _buffer.AsSpan(searched.._end).IndexOf((byte)'\n');
            if (length >= 0)
            {
                line = _buffer.AsSpan(_start..(searched + length));
                _start = searched + length + 1;
                return true;
            }

            searched = _end - _start;
            if (!Fill())
            {
                line = _buffer.AsSpan(_start.._end);
                _start = _end;
                return line.Length > 0;
            }
        }
    }

    public void Dispose() => stream.Dispose();

    // Moves the rest to the front of the buffer, which only grows for a line that is longer.
    private bool Fill()
    {
        var left = _buffer.AsSpan(_start.._end);
        left.CopyTo(_buffer);
        (_start, _end) = (0, left.Length);
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer.AsSpan(_end..));
        _end += read;
        return read > 0;
    }
}
