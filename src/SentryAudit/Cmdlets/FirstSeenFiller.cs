using SentryAudit.Http;
using SentryAudit.Inventory;

namespace SentryAudit.Cmdlets;

/// <summary>
/// Fills in when an object was first seen, before it is written. The inventory is read while Sentry sends the first
/// page.
/// </summary>
internal sealed class FirstSeenFiller<T>(Task<FirstSeenLookup<T>> reading, ITransportObserver observer)
    where T : class
{
    private FirstSeenLookup<T>? _lookup;

    public async ValueTask FillAsync(T entity)
    {
        if (_lookup is null)
        {
            _lookup = await reading;
            if (_lookup.Fault is { } fault)
            {
                observer.OnNote($"FirstSeen may be incomplete: {fault.Message}", isWarning: true);
            }
        }

        _lookup.Fill(entity);
    }
}
