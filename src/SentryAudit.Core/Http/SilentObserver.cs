namespace SentryAudit.Http;

/// <summary>Ignores all reports, for calls that nobody watches, for example those of tab completion.</summary>
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
