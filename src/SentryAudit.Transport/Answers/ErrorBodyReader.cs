using System.Buffers;
using SentryAudit.Common.Text;
using SentryAudit.Http;

namespace SentryAudit.Transport.Answers;

/// <summary>Reads an error body, at most as much of it as an explanation can need.</summary>
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
                // The status still says what went wrong; only Sentry's explanation is missing.
            }

            return SentryErrorBody.Parse(buffer.AsMemory(0, length), secrets);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
