using System.Text.Json.Serialization;

namespace SentryAudit.SignIn;

/// <summary>Sentry's answer to the request for a device code (RFC 8628, section 3.2).</summary>
internal sealed class WireDeviceCode
{
    [JsonPropertyName("device_code")]
    public string? DeviceCode { get; set; }

    [JsonPropertyName("user_code")]
    public string? UserCode { get; set; }

    [JsonPropertyName("verification_uri")]
    public string? VerificationUri { get; set; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    public int? ExpiresIn { get; set; }

    /// <summary>Seconds between two requests for the tokens; 5 if absent.</summary>
    [JsonPropertyName("interval")]
    public int? Interval { get; set; }
}
