using System.Management.Automation;

namespace SentryAudit.Cmdlets;

/// <summary>Turns the module's errors into PowerShell's error records.</summary>
internal static class ErrorRecords
{
    public static ErrorRecord From(SentryException error, object? target) => new(error, error.ErrorId, Category(error.Category), target)
    {
        ErrorDetails = new ErrorDetails(error.Message) { RecommendedAction = error.RecommendedAction },
    };

    internal static ErrorCategory Category(SentryErrorCategory category) => Enum.Parse<ErrorCategory>(category.ToString());
}
