using System.Collections.Concurrent;
using SentryAudit.Http;
using SentryAudit.Transport.Answers;

namespace SentryAudit.Transport;

/// <summary>Passes a deprecation on once per endpoint: a listing of a hundred pages is one warning.</summary>
internal sealed class DeprecationLog
{
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    public void Note(SentryRequest request, AnswerHead? head)
    {
        if (head?.Deprecation(request) is { } notice && _told.TryAdd(notice.EndpointName, true))
        {
            request.Observer.OnDeprecated(notice);
        }
    }
}
