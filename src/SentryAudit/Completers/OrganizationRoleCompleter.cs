using SentryAudit.Requests;

namespace SentryAudit.Completers;

/// <summary>
/// Completes a role of an organization, custom ones included. Without a connection it proposes those that Sentry comes with.
/// </summary>
public sealed class OrganizationRoleCompleter : SentryCompleter
{
    private static readonly CompletionItem[] Usual =
    [
        new("owner", "Full access to the organization"),
        new("manager", "Manages all teams and members"),
        new("admin", "Not offered any more, but some members still have it"),
        new("member", "Access to the teams that the member has joined"),
        new("billing", "Access to the subscription only (sentry.io)"),
    ];

    /// <summary>Made by PowerShell.</summary>
    public OrganizationRoleCompleter()
        : base(CompletionKind.OrganizationRole)
    {
    }

    private protected override IReadOnlyList<CompletionItem> WhenUnknown => Usual;
}
