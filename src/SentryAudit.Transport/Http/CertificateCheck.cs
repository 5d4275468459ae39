using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using SentryAudit.Transport.Retrying;

namespace SentryAudit.Transport.Http;

/// <summary>Refuses the certificates that the system refuses, and says what is wrong with one.</summary>
internal static class CertificateCheck
{
    private const int LongestName = 100;
    private const int MostNames = 3;

    /// <exception cref="CertificateException">The system does not accept the certificate.</exception>
    public static bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors is SslPolicyErrors.None)
        {
            return true;
        }

        var host = (sender as SslStream)?.TargetHostName ?? "this host";
        (string Reason, string Remedy)[] faults = certificate is X509Certificate2 given
            ? [.. Explain(given, host, chain, errors)]
            : [("was not sent", "Check the port in -Uri.")];
        throw new CertificateException(
            string.Join(" and ", faults.Select(fault => fault.Reason)),
            string.Join(' ', faults.Select(fault => fault.Remedy)));
    }

    private static IEnumerable<(string Reason, string Remedy)> Explain(
        X509Certificate2 certificate, string host, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            yield return ($"is for {NamesOf(certificate)}, not for {host}", "Give -Uri a name that the certificate has.");
        }

        var flags = (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status);
        if (flags.HasFlag(X509ChainStatusFlags.NotTimeValid))
        {
            yield return ExplainTime(certificate);
        }

        if (flags.HasFlag(X509ChainStatusFlags.Revoked))
        {
            yield return ("was revoked", "Its operators must replace it.");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors)
            && (flags & ~X509ChainStatusFlags.NotTimeValid & ~X509ChainStatusFlags.Revoked) is not X509ChainStatusFlags.NoError)
        {
            yield return (
                certificate.Issuer == certificate.Subject
                    ? "is signed by itself, so this machine does not trust it"
                    : $"was issued by {Shorten(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true))}, "
                        + "which this machine does not trust",
                TrustRemedy);
        }
    }

    private static (string Reason, string Remedy) ExplainTime(X509Certificate2 certificate) =>
        certificate.NotAfter.ToUniversalTime() < DateTime.UtcNow
            ? ($"expired on {Date(certificate.NotAfter)}", "Its operators must renew it.")
            : certificate.NotBefore.ToUniversalTime() > DateTime.UtcNow
                ? ($"is valid from {Date(certificate.NotBefore)} on", "Check the clock of this machine.")
                : ("was issued by an authority whose own certificate is out of date", "Its operators must renew it.");

    private static string TrustRemedy =>
        OperatingSystem.IsLinux()
            ? "For a private certificate authority, add its certificate to the trust store of the system (update-ca-certificates, or "
                + "update-ca-trust), or set SSL_CERT_FILE to its PEM file before PowerShell starts."
            : OperatingSystem.IsWindows()
                ? @"For a private certificate authority, import its certificate into the trust store (Cert:\LocalMachine\Root)."
                : "For a private certificate authority, add its certificate to the trust store (Keychain Access, always trust).";

    private static string NamesOf(X509Certificate2 certificate)
    {
        string[] names =
        [
            .. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
                .SelectMany(names => names.EnumerateDnsNames().Concat(names.EnumerateIPAddresses().Select(address => address.ToString())))
                .DefaultIfEmpty(certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false)),
        ];
        var shown = string.Join(", ", names.Take(MostNames).Select(Shorten));
        return names.Length > MostNames ? $"{shown} and others" : shown;
    }

    private static string Shorten(string name) => name.Length <= LongestName ? name : name[..LongestName] + "…";

    private static string Date(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
