using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace SentryAudit.Completers;

/// <summary>Proposes nothing: nobody knows events by their 32 digits, and no list of Sentry's has all of them. It keeps PowerShell from proposing files instead.</summary>
public sealed class EventCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) => [];
}
