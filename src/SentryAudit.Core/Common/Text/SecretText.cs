using System.Net;
using System.Security;

namespace SentryAudit.Common.Text;

/// <summary>A token or another secret. It is never shown: not by <c>ToString</c>, not in a debugger and not in an error.</summary>
[System.Diagnostics.DebuggerDisplay("***")]
internal sealed class SecretText
{
    private const string Hidden = "***";

    private readonly string _value;

    public SecretText(string value) => _value = value.Trim();

    public SecretText(SecureString value)
        : this(new NetworkCredential("", value).Password)
    {
    }

    public bool IsEmpty => _value.Length == 0;

    /// <summary>The plain text. Called only where it is sent, stored or read for its claims.</summary>
    public string Reveal() => _value;

    public bool IsSameAs(SecretText other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <summary>A text with the secret replaced by asterisks, also where it is escaped, or in another case.</summary>
    public string HideIn(string text) =>
        IsEmpty
            ? text
            : text.Replace(_value, Hidden, StringComparison.OrdinalIgnoreCase)
                .Replace(Uri.EscapeDataString(_value), Hidden, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Hidden;
}
