using SentryAudit.Common.Text;

namespace SentryAudit;

/// <summary>An expected failure with a stable id, a category and a remedy, from which the cmdlets make an error record.</summary>
public class SentryException : Exception
{
    internal SentryException(string errorId, SentryErrorCategory category, string message, string remedy, Exception? inner = null)
        : base(TerminalText.Clean(message), inner)
    {
        ErrorId = errorId;
        Category = category;
        RecommendedAction = TerminalText.Clean(remedy);
    }

    /// <summary>A failure whose explanation has several lines.</summary>
    internal SentryException(string errorId, SentryErrorCategory category, IEnumerable<string> lines, string remedy)
        : base(string.Join('\n', lines.Select(TerminalText.Clean)))
    {
        ErrorId = errorId;
        Category = category;
        RecommendedAction = TerminalText.Clean(remedy);
    }

    /// <summary>A stable id in PascalCase, for example <c>SentryForbidden</c>.</summary>
    public string ErrorId { get; }

    /// <summary>The kind of failure.</summary>
    public SentryErrorCategory Category { get; }

    /// <summary>What the user can do about it, in one or two sentences.</summary>
    public string RecommendedAction { get; }
}
