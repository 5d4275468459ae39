using SentryAudit.Common.Text;

namespace SentryAudit.Http;

/// <summary>A field of a form that is sent.</summary>
/// <param name="IsSecret">Whether no error may quote the value.</param>
internal sealed record FormField(string Name, SecretText Value, bool IsSecret)
{
    public FormField(string name, string value)
        : this(name, new SecretText(value), IsSecret: false)
    {
    }

    public FormField(string name, SecretText value)
        : this(name, value, IsSecret: true)
    {
    }
}
