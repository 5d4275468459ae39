using System.Buffers;
using SentryAudit.Common.Text;
using SentryAudit.Http;

namespace SentryAudit.Transport.Answers;

/// <summary>Reads what an error body tells, and no more of it than that can need.</summary>
internal static class ErrorBodyReader
{
    private const int MostBytes = 64 * 1024;

    public static async Task<SentryErrorBody> ReadAsync(
        HttpContent content,
        IReadOnlyList<SecretText> secrets,
        CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MostBytes);
        try
        {
            var length = 0;
            try
            {
                var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
                length = await stream
                    .ReadAtLeastAsync(buffer.AsMemory(0, MostBytes), MostBytes, throwOnEndOfStream: false, cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is IOException or HttpRequestException)
            {
                // The status says what went wrong; its explanation was cut off.
            }

            return SentryErrorBody.Parse(buffer.AsMemory(0, length), secrets);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
