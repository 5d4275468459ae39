using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using SentryAudit.Completion;
using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a type of event entry. Sentry adds types, so others than these are accepted too.</summary>
public sealed class EntryTypeCompleter : IArgumentCompleter
{
    private static readonly CompletionItem[] Types =
    [
        new("exception", "What was thrown, with its causes"),
        new("stacktrace", "A stack without an exception"),
        new("message", "What the application said"),
        new("breadcrumbs", "What happened before"),
        new("request", "The HTTP request that was served"),
        new("threads", "What other threads did"),
        new("spans", "The steps of a transaction"),
        new("csp", "What a content security policy blocked"),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionText.Match(Types, CompletionText.Typed(wordToComplete))
            .Select(type => new CompletionResult(type.Value, type.Value, CompletionResultType.ParameterValue, type.Description));
}
