using System.Collections.Concurrent;
using SentryAudit.Http;
using SentryAudit.Transport.Answers;

namespace SentryAudit.Transport;

/// <summary>Reports a deprecation once for each endpoint, so that a listing of a hundred pages gives one warning.</summary>
internal sealed class DeprecationLog
{
    private readonly ConcurrentDictionary<string, bool> _reported = new(StringComparer.Ordinal);

    public void Report(SentryRequest request, AnswerHead? head)
    {
        if (head?.Deprecation(request) is { } notice && _reported.TryAdd(notice.EndpointName, true))
        {
            request.Observer.OnDeprecated(notice);
        }
    }
}
