using SentryAudit.Http;

namespace SentryAudit.Core.Tests.Support;

/// <summary>Keeps the warnings of calls.</summary>
internal sealed class Notes : ITransportObserver
{
    public List<string> Warnings { get; } = [];

    public void OnExchange(SentryExchange exchange)
    {
    }

    public void OnWaiting(TransportWait wait)
    {
    }

    public void OnDeprecated(DeprecationNotice notice)
    {
    }

    public void OnNote(string text, bool isWarning)
    {
        if (isWarning)
        {
            Warnings.Add(text);
        }
    }
}
