namespace SentryAudit;

/// <summary>How feedback of a user came to Sentry.</summary>
public enum SentryFeedbackSource
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>The older form: a report about one event.</summary>
    LegacyReport,

    /// <summary>The feedback widget: Sentry keeps what it sends as an issue.</summary>
    Widget,
}
