using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using SentryAudit.Completion;
using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a kind of data that Sentry counts. Other values are accepted too, because Sentry adds kinds.</summary>
public sealed class CategoryCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        CompletionText
            .Match(
                [.. EventCategories.Documented.Select(category => new CompletionItem(category.Name, category.Description))],
                CompletionText.Typed(wordToComplete))
            .Select(category => new CompletionResult(
                category.Value,
                category.Value,
                CompletionResultType.ParameterValue,
                category.Description));
}
