namespace SentryAudit.Http;

/// <summary>For calls nobody watches, as tab completion's.</summary>
internal sealed class SilentObserver : ITransportObserver
{
    public static readonly SilentObserver Instance = new();

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
    }
}
