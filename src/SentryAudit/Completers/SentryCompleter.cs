using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using SentryAudit.Common.Text;
using SentryAudit.Completion;
using SentryAudit.Connecting;
using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a key from the objects of the connected Sentry. Without a connection it proposes nothing.</summary>
public abstract class SentryCompleter : IArgumentCompleter
{
    private readonly CompletionKind _kind;

    private protected SentryCompleter(CompletionKind kind) => _kind = kind;

    /// <summary>What to propose where Sentry proposes nothing.</summary>
    private protected virtual IReadOnlyList<CompletionItem> WhenUnknown => [];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var typed = CompletionText.Typed(wordToComplete);
        var connection = Bound(fakeBoundParameters, "Connection") as SentryConnection ?? SessionConnection.Current;
        var found = CompletionSource.Find(connection, _kind, Bound(fakeBoundParameters, "Organization")?.ToString(), typed);
        return (found is [] ? CompletionText.Match(WhenUnknown, typed) : found)
            .Select(item => new CompletionResult(
                CompletionText.Quote(item.Value),
                TerminalText.Clean(item.Value),
                CompletionResultType.ParameterValue,
                TerminalText.Clean(item.Description)));
    }

    private static object? Bound(IDictionary? parameters, string name) =>
        parameters?[name] is var value && value is PSObject wrapped ? wrapped.BaseObject : parameters?[name];
}
