namespace SentryAudit;

/// <summary>How a user's feedback came to Sentry.</summary>
public enum SentryFeedbackSource
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>The older form: a report about one event.</summary>
    LegacyReport,

    /// <summary>The feedback widget. Sentry stores its feedback as issues.</summary>
    Widget,
}
