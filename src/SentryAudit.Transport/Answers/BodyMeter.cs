using System.Buffers;
using System.Globalization;

namespace SentryAudit.Transport.Answers;

/// <summary>
/// Measures JSON while it is read, and ends an answer that would fill the memory. Bytes alone do not tell: of two bytes, an empty
/// object takes hundreds in memory, and a text without end must be held whole. Sentry's own pages stay far below all four limits.
/// </summary>
/// <param name="mostBytes">The largest answer, after decompression.</param>
internal sealed class BodyMeter(long mostBytes)
{
    private const int MiB = 1 << 20;
    private static readonly SearchValues<byte> Signs = SearchValues.Create("\"{}[]:,"u8);

    private readonly long _longestRun = Math.Max(mostBytes / 8, MiB);
    private readonly long _mostValues = Math.Max(mostBytes / 32, MiB / 32);
    private readonly long _mostObjects = Math.Max(mostBytes / 256, MiB / 256);
    private long _bytes;
    private long _run;
    private long _values;
    private long _objects;
    private bool _inText;
    private bool _escaped;

    /// <exception cref="BodyTooLargeException">With this part, the body exceeds a limit.</exception>
    public void Add(ReadOnlySpan<byte> part)
    {
        _bytes += part.Length;
        if (_bytes > mostBytes)
        {
            throw new BodyTooLargeException($"more than {Size(mostBytes)} of JSON");
        }

        while (!part.IsEmpty)
        {
            var at = Next(part);
            _run += at < 0 ? part.Length : at + 1;
            if (_run > _longestRun)
            {
                throw new BodyTooLargeException($"a single value of more than {Size(_longestRun)}");
            }

            if (at < 0)
            {
                return;
            }

            Take(part[at]);
            part = part[(at + 1)..];
        }
    }

    /// <summary>Where the next byte is that means something; negative if there is none.</summary>
    private int Next(ReadOnlySpan<byte> part) =>
        _escaped ? 0
        : _inText ? part.IndexOfAny((byte)'"', (byte)'\\')
        : part.IndexOfAny(Signs);

    private void Take(byte sign)
    {
        if (_inText)
        {
            (_inText, _escaped) = (_escaped || sign != (byte)'"', !_escaped && sign == (byte)'\\');
            return;
        }

        _run = 0;
        _inText = sign == (byte)'"';
        _values += sign is (byte)':' or (byte)',' ? 1 : 0;
        _objects += sign is (byte)'{' or (byte)'[' ? 1 : 0;
        if (_values > _mostValues || _objects > _mostObjects)
        {
            throw new BodyTooLargeException(
                _values > _mostValues ? $"more than {Count(_mostValues)} values" : $"more than {Count(_mostObjects)} objects and lists");
        }
    }

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / MiB:0.##} MiB");

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
