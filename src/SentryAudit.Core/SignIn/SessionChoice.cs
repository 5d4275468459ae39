using SentryAudit.Common.Text;

namespace SentryAudit.SignIn;

/// <summary>Which of the kept sessions is meant.</summary>
internal static class SessionChoice
{
    /// <summary>The session of a Sentry; where none is named that of sentry.io, else the only one there is. Null for none.</summary>
    /// <exception cref="SentryException">Several accounts are signed in there.</exception>
    public static SentrySession? Find(IReadOnlyList<SentrySession> sessions, Uri? address, string? account)
    {
        SentrySession[] wanted =
        [
            .. sessions.Where(session =>
                (address is null || session.BaseUri == address)
                && (account is null || string.Equals(session.Account, account, StringComparison.OrdinalIgnoreCase))),
        ];
        SentrySession[] usual = [.. wanted.Where(session => session.BaseUri == SentryAddress.Default)];
        var candidates = address is null && usual.Length > 0 ? usual : wanted;
        return candidates.Length <= 1
            ? candidates.FirstOrDefault()
            : throw new SentryException(
                "AmbiguousSentrySession",
                SentryErrorCategory.InvalidArgument,
                $"Several sessions are kept: {string.Join(", ", candidates.Select(session => session.ToString()))}.",
                "Name one with -Account and, where there are several Sentrys, -Uri.");
    }

    /// <summary>The client id last signed in with at a Sentry; null for none.</summary>
    public static string? ClientId(IEnumerable<SentrySession> sessions, Uri address) =>
        sessions.Where(session => session.BaseUri == address).MaxBy(session => session.SavedAt)?.ClientId;

    public static SentryException NotFound(string account) =>
        new(
            "SentrySessionNotFound",
            SentryErrorCategory.ObjectNotFound,
            $"No session of '{account}' is kept for this Sentry.",
            "Get-SentrySession lists those that are; sign in with -Persist to keep one.");
}
