using System.Security.Authentication;

namespace SentryAudit.Transport.Retrying;

/// <summary>A certificate that was refused.</summary>
/// <param name="reason">What is wrong with it, after "its TLS certificate".</param>
/// <param name="remedy">What to do about it.</param>
internal sealed class CertificateException(string reason, string remedy) : AuthenticationException($"The certificate {reason}.")
{
    public string Reason => reason;

    public string Remedy => remedy;
}
