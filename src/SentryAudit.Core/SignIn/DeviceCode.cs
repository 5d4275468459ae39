using SentryAudit.Common.Text;

namespace SentryAudit.SignIn;

/// <summary>A sign-in that waits until somebody has entered a code in a browser.</summary>
/// <param name="Code">The client's part, with which it asks Sentry for the tokens.</param>
/// <param name="UserCode">The code that the user enters.</param>
/// <param name="Address">The page where it is entered.</param>
/// <param name="ExpiresAt">When the codes expire (UTC).</param>
/// <param name="Interval">The shortest time between two requests for the tokens.</param>
internal sealed record DeviceCode(SecretText Code, string UserCode, string Address, DateTimeOffset ExpiresAt, TimeSpan Interval);
