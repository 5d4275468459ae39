namespace SentryAudit.Api.Wire;

/// <summary>
/// Something of Sentry's that the module knows by a key, such as an id. Without its key it can't be told from another one, so it is
/// not shown: in a list it counts as untold, by itself it is no answer.
/// </summary>
internal interface IKeyedAnswer
{
    /// <summary>The name of the first key that is missing or empty, as Sentry writes it; null when all are there.</summary>
    string? MissingKey { get; }
}
