using SentryAudit.Common.Text;

namespace SentryAudit.SignIn;

/// <summary>A sign-in that waits for somebody to enter a code in a browser.</summary>
/// <param name="Code">Proves that it is this client that waits.</param>
/// <param name="UserCode">To be entered by the user.</param>
/// <param name="Address">Where to enter it.</param>
/// <param name="ExpiresAt">UTC.</param>
/// <param name="Interval">The least time between two questions.</param>
internal sealed record DeviceCode(SecretText Code, string UserCode, string Address, DateTimeOffset ExpiresAt, TimeSpan Interval);
