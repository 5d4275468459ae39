using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SentryAudit.Transport.Tests.Support;

namespace SentryAudit.Transport.Tests;

/// <summary>What is wrong with a certificate, told by the certificate.</summary>
public sealed class CertificateTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private readonly List<IDisposable> _made = [];

    public void Dispose() => _made.ForEach(one => one.Dispose());

    [Fact]
    public async Task One_that_nobody_vouches_for_is_not_tried_again_and_sees_no_token()
    {
        await using var server = Server(Make("CN=127.0.0.1", Now.AddDays(-1), Now.AddDays(1), IPAddress.Loopback.ToString()));
        using var line = new Line(server.BaseUri);

        var fault = await line.FailAsync();

        Assert.Equal(("SentryUnreachable", SentryErrorCategory.ConnectionError), (fault.ErrorId, fault.Category));
        Assert.EndsWith("TLS certificate is signed by itself, so this machine does not trust it.", fault.Message, StringComparison.Ordinal);
        Assert.Contains("trust store", fault.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(OperatingSystem.IsLinux(), fault.RecommendedAction.Contains("SSL_CERT_FILE", StringComparison.Ordinal));
        Assert.Empty(line.Waits);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task One_of_another_name_says_which_names_it_has()
    {
        var fault = await RefusedAsync(Make("CN=x", Now.AddDays(-1), Now.AddDays(1), "a.example", "b.example", "c.example", "d.example"));

        Assert.Contains(
            "its TLS certificate is for a.example, b.example, c.example and others, not for 127.0.0.1",
            fault.Message,
            StringComparison.Ordinal);
        Assert.Contains("Give -Uri a name that the certificate has", fault.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_out_of_date_says_since_when()
    {
        var fault = await RefusedAsync(Make("CN=127.0.0.1", Now.AddDays(-9), Now.AddDays(-2), "127.0.0.1"));

        Assert.Contains($"its TLS certificate expired on {Date(-2)}", fault.Message, StringComparison.Ordinal);
        Assert.Contains("must renew it", fault.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_not_valid_yet_suggests_a_wrong_clock()
    {
        var fault = await RefusedAsync(Make("CN=127.0.0.1", Now.AddDays(2), Now.AddDays(9), "127.0.0.1"));

        Assert.Contains($"its TLS certificate is valid from {Date(2)} on", fault.Message, StringComparison.Ordinal);
        Assert.Contains("clock of this machine", fault.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_a_private_authority_names_it()
    {
        using var root = Make("CN=Acme Root", Now.AddDays(-9), Now.AddDays(9));
        using var key = RSA.Create(2048);
        var request = Request("CN=127.0.0.1", key, "127.0.0.1");
        using var issued = request.Create(root, Now.AddDays(-1), Now.AddDays(1), [1]).CopyWithPrivateKey(key);

        Assert.Contains(
            "its TLS certificate was issued by Acme Root, which this machine does not trust",
            (await RefusedAsync(Loaded(issued))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_faults_are_all_named()
    {
        var fault = await RefusedAsync(Make("CN=other.example", Now.AddDays(-9), Now.AddDays(-2)));

        Assert.Matches("is for other.example, not for 127.0.0.1 and expired on .* and is signed by itself", fault.Message);
    }

    private static string Date(int days) => Now.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static StubServer Server(X509Certificate2 certificate) => new(_ => StubAnswer.Json("[]"), certificate);

    private static async Task<SentryApiException> RefusedAsync(X509Certificate2 certificate)
    {
        await using var server = Server(certificate);
        using var line = new Line(server.BaseUri);
        return await line.FailAsync();
    }

    private static CertificateRequest Request(string subject, RSA key, params string[] names)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(names.Length == 0, false, 0, critical: true));
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                alternatives.AddIpAddress(address);
            }
            else
            {
                alternatives.AddDnsName(name);
            }
        }

        if (names.Length > 0)
        {
            request.CertificateExtensions.Add(alternatives.Build());
        }

        return request;
    }

    private X509Certificate2 Make(string subject, DateTimeOffset from, DateTimeOffset to, params string[] names)
    {
        using var key = RSA.Create(2048);
        using var made = Request(subject, key, names).CreateSelfSigned(from, to);
        return Loaded(made);
    }

    // Windows serves no certificate whose key is in memory only.
    private X509Certificate2 Loaded(X509Certificate2 made)
    {
        var loaded = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), password: null);
        _made.Add(loaded);
        return loaded;
    }
}
