using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using SentryAudit.Completion;
using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes an organization role. Sentry adds roles, so others than these are accepted too.</summary>
public sealed class RoleCompleter : IArgumentCompleter
{
    private static readonly CompletionItem[] Roles =
    [
        new("owner", "Unrestricted access to the organization"),
        new("manager", "All teams and members"),
        new("admin", "Retired by Sentry, still assigned"),
        new("member", "The teams joined"),
        new("billing", "Subscription only (sentry.io)"),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionText.Match(Roles, CompletionText.Typed(wordToComplete))
            .Select(role => new CompletionResult(role.Value, role.Value, CompletionResultType.ParameterValue, role.Description));
}
