using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using SentryAudit.Completion;
using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes a role of an organization. Other values are accepted too, because Sentry adds roles.</summary>
public sealed class RoleCompleter : IArgumentCompleter
{
    private static readonly CompletionItem[] Roles =
    [
        new("owner", "Full access to the organization"),
        new("manager", "Manages all teams and members"),
        new("admin", "Not offered any more, but some members still have it"),
        new("member", "Access to the teams that the member has joined"),
        new("billing", "Access to the subscription only (sentry.io)"),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionText.Match(Roles, CompletionText.Typed(wordToComplete))
            .Select(role => new CompletionResult(role.Value, role.Value, CompletionResultType.ParameterValue, role.Description));
}
