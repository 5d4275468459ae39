using SentryAudit.Common.Text;

namespace SentryAudit;

/// <summary>An expected failure: it has a stable id, a category and a remedy, which the cmdlets turn into an error record.</summary>
public class SentryException : Exception
{
    internal SentryException(string errorId, SentryErrorCategory category, string message, string remedy, Exception? inner = null)
        : base(TerminalText.Clean(message), inner)
    {
        ErrorId = errorId;
        Category = category;
        RecommendedAction = TerminalText.Clean(remedy);
    }

    /// <summary>An explanation that takes several lines.</summary>
    internal SentryException(string errorId, SentryErrorCategory category, IEnumerable<string> lines, string remedy)
        : base(string.Join('\n', lines.Select(TerminalText.Clean)))
    {
        ErrorId = errorId;
        Category = category;
        RecommendedAction = TerminalText.Clean(remedy);
    }

    /// <summary>A stable PascalCase id, as <c>SentryForbidden</c>.</summary>
    public string ErrorId { get; }

    /// <summary>The kind of failure.</summary>
    public SentryErrorCategory Category { get; }

    /// <summary>What the reader can do about it, in one or two sentences.</summary>
    public string RecommendedAction { get; }
}
