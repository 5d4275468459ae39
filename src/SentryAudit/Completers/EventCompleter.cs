using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace SentryAudit.Completers;

/// <summary>
/// Proposes nothing, because no list of Sentry has all events. Without a completer PowerShell would propose files.
/// </summary>
public sealed class EventCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) => [];
}
