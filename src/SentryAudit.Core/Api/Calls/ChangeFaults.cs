namespace SentryAudit.Api.Calls;

/// <summary>How changes end when they do not end well. "Failed" would be as wrong as "done" where nobody can tell.</summary>
internal static class ChangeFaults
{
    private const string Look = "Look in Sentry before trying again.";

    /// <summary>The answer got lost, and a look afterwards is not possible or shows nothing.</summary>
    public static SentryException Uncertain(string what, SentryException lost) =>
        new("SentryChangeUncertain", lost.Category, $"{what} may or may not have happened: {lost.Message}", Look, lost);

    /// <summary>Sentry said yes, but the result can't be read.</summary>
    public static SentryException Unread(string what, SentryException fault) =>
        new(
            "SentryChangeUncertain",
            fault.Category,
            $"{what} was accepted, but what is there now can't be read: {fault.Message}",
            Look,
            fault);

    /// <summary>Sentry said yes, but a look afterwards does not show it: it may be queued, or somebody else may have answered.</summary>
    public static SentryException Unseen(string what, SentryException? odd = null) =>
        new(
            "SentryChangeUncertain",
            SentryErrorCategory.InvalidResult,
            $"{what} was accepted, but a look afterwards does not show it{(odd is null ? "." : $": {odd.Message}")}",
            Look,
            odd);

    /// <summary>The answer got lost, and a look afterwards shows that nothing changed.</summary>
    public static SentryException Failed(string what, SentryApiException lost) =>
        lost.Status is >= 200 and < 300
            ? Unseen(what, lost)
            : new SentryException(
                "SentryChangeFailed",
                lost.Category,
                $"{what} did not happen, as a look afterwards shows: {lost.Message}",
                "Try again.",
                lost);

    /// <summary>Sentry said yes, but what is there now is not what was asked for, or not all of it.</summary>
    public static SentryException Incomplete(string what, string missing) =>
        new(
            "SentryChangeIncomplete",
            SentryErrorCategory.InvalidResult,
            $"{what} was accepted by Sentry, but was not done in full. Still to do: {missing}.",
            "Look at it in Sentry, and at the rights of the token.");

    // Refusals are answers; only silence, a broken connection, a broken answer and a failing server leave it open.
    public static bool IsAnswerLost(SentryApiException fault) =>
        fault.Category is SentryErrorCategory.OperationTimeout or SentryErrorCategory.InvalidResult
        || (fault.Category is SentryErrorCategory.ConnectionError && fault.Status is null && fault.ErrorId is "SentryUnreachable")
        || fault.Status is >= 500;
}
