using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using SentryAudit.Completion;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a scope to ask for when signing in. Other values are accepted too.</summary>
public sealed class ScopeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        CompletionItem[] words =
        [
            new(RequestedScopes.AuditWord, string.Join(' ', RequestedScopes.Audit)),
            new(RequestedScopes.AdministrationWord, string.Join(' ', RequestedScopes.Administration)),
            .. RequestedScopes.Administration.Select(scope => new CompletionItem(scope, scope)),
        ];
        return CompletionText.Match(words, CompletionText.Typed(wordToComplete))
            .Select(word => new CompletionResult(word.Value, word.Value, CompletionResultType.ParameterValue, word.Description));
    }
}
