namespace SentryAudit.Requests;

/// <summary>What a value of a filter means that is not among those listed.</summary>
internal enum OtherValues
{
    /// <summary>There is no such value.</summary>
    DoNotExist,

    /// <summary>Sentry adds values, and refuses those that it does not have.</summary>
    SentryDecides,

    /// <summary>Sentry adds values, and answers with nothing where it does not have one.</summary>
    MayBeNew,
}
