using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using SentryAudit.Common.Text;
using SentryAudit.Completion;
using SentryAudit.Inventory;
using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes an inventory from those in the default folder. Where none matches, PowerShell proposes files.</summary>
public sealed class InventoryCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionText.Match(Known(), CompletionText.Typed(wordToComplete))
            .Select(item => new CompletionResult(
                CompletionText.Quote(item.Value),
                TerminalText.Clean(item.Value),
                CompletionResultType.ParameterValue,
                TerminalText.Clean(item.Description)));

    private static IEnumerable<CompletionItem> Known()
    {
        if (InventoryPlace.Default is not { } root)
        {
            yield break;
        }

        yield return new CompletionItem(InventoryPlace.DefaultName, $"All inventories in {root}");
        foreach (var store in InventoryPlace.FindAll(root))
        {
            if (store.OpenNewest(static _ => { })?.Header is { } header)
            {
                yield return new CompletionItem(
                    store.Folder,
                    $"{header.OrganizationSlug} at {header.Host}, synced {OfflineFaults.Text(header.StartedAt)}");
            }
        }
    }
}
