using SentryAudit.Http;
using SentryAudit.Inventory;

namespace SentryAudit.Cmdlets;

/// <summary>Fills in, on its way out, when an object was first seen. The inventory is read while the first page is on its way.</summary>
internal sealed class FirstSeenFiller<T>(Task<FirstSeenLookup<T>> reading, ITransportObserver observer)
    where T : class
{
    private FirstSeenLookup<T>? _lookup;

    public async ValueTask FillAsync(T entity)
    {
        if (_lookup is null)
        {
            _lookup = await reading;
            if (_lookup.Problem is { } problem)
            {
                observer.OnNote($"FirstSeen may be incomplete: {problem.Message}", isWarning: true);
            }
        }

        _lookup.Fill(entity);
    }
}
