namespace SentryAudit.Http;

/// <summary>Receives reports of what the transport does for a call. Called from any thread; must not block or throw.</summary>
internal interface ITransportObserver
{
    /// <summary>An attempt ended, with or without success.</summary>
    void OnExchange(SentryExchange exchange);

    /// <summary>The transport is about to wait.</summary>
    void OnWaiting(TransportWait wait);

    /// <summary>Sentry announced that it will remove an endpoint. Called once for each endpoint and connection.</summary>
    void OnDeprecated(DeprecationNotice notice);

    /// <summary>
    /// Something the user should know about where objects come from; a warning if there may be fewer objects than were asked for.
    /// </summary>
    void OnNote(string text, bool isWarning);
}
