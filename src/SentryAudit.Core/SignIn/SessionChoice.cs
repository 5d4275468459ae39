using SentryAudit.Common.Text;

namespace SentryAudit.SignIn;

/// <summary>Chooses one of the kept sessions.</summary>
internal static class SessionChoice
{
    /// <summary>The session of a Sentry; without an address the one of sentry.io, or else the only one. Null if there is none.</summary>
    /// <exception cref="SentryException">There are several of them.</exception>
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
                "Choose one with -Account and, if they are of several Sentrys, with -Uri.");
    }

    /// <summary>The client id of the last sign-in at a Sentry; null without one.</summary>
    public static string? ClientId(IEnumerable<SentrySession> sessions, Uri address) =>
        sessions.Where(session => session.BaseUri == address).MaxBy(session => session.SavedAt)?.ClientId;

    public static SentryException NotFound(string account) =>
        new(
            "SentrySessionNotFound",
            SentryErrorCategory.ObjectNotFound,
            $"No session of '{account}' is kept for this Sentry.",
            "Get-SentrySession lists the kept sessions. Sign in with -Persist to keep one.");
}
