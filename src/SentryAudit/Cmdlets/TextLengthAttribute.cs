using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace SentryAudit.Cmdlets;

/// <summary>
/// Limits the length of texts. Unlike PowerShell's own [ValidateLength] it lets null pass, which objects of the pipeline may
/// have in a property of that name: what it means that the text is missing, the cmdlet says.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TextLengthAttribute(int least, int most) : ValidateArgumentsAttribute
{
    /// <summary>Refuses a text that is too short or too long.</summary>
    protected override void Validate(object? arguments, EngineIntrinsics engineIntrinsics)
    {
        foreach (var text in arguments is IEnumerable several and not string ? several.Cast<object?>() : [arguments])
        {
            var value = (text is PSObject wrapped ? wrapped.BaseObject : text)?.ToString();
            if (value is not null && (value.Length < least || value.Length > most))
            {
                throw new ValidationMetadataException(
                    string.Create(CultureInfo.InvariantCulture, $"'{value}' has {value.Length} characters; {least} to {most} are allowed.")
                );
            }
        }
    }
}
