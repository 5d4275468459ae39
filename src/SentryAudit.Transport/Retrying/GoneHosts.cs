using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SentryAudit.Http;

namespace SentryAudit.Transport.Retrying;

/// <summary>
/// The hosts to which no connection could be made, although a request has used up its attempts. For the same cmdlet call its other
/// requests then fail at once: a sync of a server that is switched off should take as long as one of its requests. The next cmdlet call
/// tries again.
/// </summary>
internal sealed class GoneHosts
{
    // Whoever is told of a call's requests stands for that call.
    private readonly ConditionalWeakTable<ITransportObserver, ConcurrentDictionary<string, AttemptFault>> _gone = [];

    public void Add(SentryRequest request, AttemptFault fault)
    {
        if (fault.IsHostGone && request.Observer is not SilentObserver)
        {
            // The first stays: those after it were given up because of it.
            _gone.GetOrCreateValue(request.Observer).TryAdd(request.Host.Authority, fault);
        }
    }

    /// <summary>Why a request need not be sent; null if it should be.</summary>
    public AttemptFault? Find(SentryRequest request) =>
        _gone.TryGetValue(request.Observer, out var hosts) && hosts.TryGetValue(request.Host.Authority, out var fault)
            ? fault with { Error = SentryFaults.GivenUp(request, fault.Error), RetryReason = null }
            : null;
}
