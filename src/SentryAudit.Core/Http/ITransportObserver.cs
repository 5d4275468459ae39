namespace SentryAudit.Http;

/// <summary>Hears what the transport does for a call. Called from any thread; must not block or throw.</summary>
internal interface ITransportObserver
{
    /// <summary>An attempt ended, well or not.</summary>
    void OnExchange(SentryExchange exchange);

    /// <summary>The transport is about to wait.</summary>
    void OnWaiting(TransportWait wait);

    /// <summary>Sentry announced the end of an endpoint; told once per endpoint and connection.</summary>
    void OnDeprecated(DeprecationNotice notice);

    /// <summary>Something the reader should know about where objects come from; a warning when there may be fewer than were asked for.</summary>
    void OnNote(string text, bool isWarning);
}
