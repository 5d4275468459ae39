using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using SentryAudit.Common.Text;
using SentryAudit.Completion;
using SentryAudit.Inventory;
using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>Completes an organization from those that have an inventory in the folder of <c>-Path</c>, or in the default folder.</summary>
public sealed class InventoryOrganizationCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        CompletionText
            .Match(Organizations(fakeBoundParameters?["Path"]?.ToString() ?? InventoryPlace.Default), CompletionText.Typed(wordToComplete))
            .Select(item => new CompletionResult(
                CompletionText.Quote(item.Value),
                TerminalText.Clean(item.Value),
                CompletionResultType.ParameterValue,
                TerminalText.Clean(item.Description)));

    private static CompletionItem[] Organizations(string? root)
    {
        try
        {
            return root is null
                ? []
                :
                [
                    .. InventoryPlace
                        .FindAll(root)
                        .Select(store => store.OpenNewest(static _ => { })?.Header)
                        .OfType<InventoryHeader>()
                        .Select(header => new CompletionItem(header.OrganizationSlug, $"{header.OrganizationSlug} at {header.Host}"))
                        .DistinctBy(item => item.Value, StringComparer.Ordinal),
                ];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
