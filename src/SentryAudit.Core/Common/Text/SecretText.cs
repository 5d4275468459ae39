using System.Net;
using System.Security;

namespace SentryAudit.Common.Text;

/// <summary>A token on its way to the transport. It never prints: not in <c>ToString</c>, not in a debugger, not in an error.</summary>
[System.Diagnostics.DebuggerDisplay("***")]
internal sealed class SecretText
{
    private readonly string _value;

    public SecretText(string value) => _value = value.Trim();

    public SecretText(SecureString value)
        : this(new NetworkCredential("", value).Password)
    {
    }

    public bool IsEmpty => _value.Length == 0;

    /// <summary>The one way to the plain text; called where a header is written and where a token's own claims are read.</summary>
    public string Reveal() => _value;

    public bool IsSameAs(SecretText other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <summary>A text without the token.</summary>
    public string HideIn(string text) => IsEmpty ? text : text.Replace(_value, "***", StringComparison.Ordinal);

    public override string ToString() => "***";
}
