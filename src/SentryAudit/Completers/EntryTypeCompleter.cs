using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using SentryAudit.Completion;
using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a type of event entry. Other values are accepted too, because Sentry adds types.</summary>
public sealed class EntryTypeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionText
            .Match(EntryTypes.All.Select(type => new CompletionItem(type.Name, type.Description)), CompletionText.Typed(wordToComplete))
            .Select(type => new CompletionResult(type.Value, type.Value, CompletionResultType.ParameterValue, type.Description));
}
