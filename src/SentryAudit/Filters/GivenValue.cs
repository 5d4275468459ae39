namespace SentryAudit.Filters;

/// <summary>A value that was given to a filter.</summary>
/// <param name="Text">As it was given.</param>
/// <param name="IsPattern">Whether it has a wildcard.</param>
internal sealed record GivenValue(string Text, bool IsPattern)
{
    /// <summary>Whether it needs no check, because it came from Sentry itself.</summary>
    public bool IsCertain { get; init; }
}
