using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using SentryAudit.Completion;
using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a type of event entry. Other values are accepted too, because Sentry adds types.</summary>
public sealed class EntryTypeCompleter : IArgumentCompleter
{
    private static readonly CompletionItem[] Types =
    [
        new("exception", "An exception with its causes"),
        new("stacktrace", "A stack without an exception"),
        new("message", "A message of the application"),
        new("breadcrumbs", "What the application did before the event"),
        new("request", "The HTTP request that was served"),
        new("threads", "What each thread was doing"),
        new("spans", "The steps of a transaction"),
        new("csp", "What a content security policy blocked"),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionText.Match(Types, CompletionText.Typed(wordToComplete))
            .Select(type => new CompletionResult(type.Value, type.Value, CompletionResultType.ParameterValue, type.Description));
}
