using SentryAudit.Api.Organizations;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api.Suggestions;

/// <summary>The values that an organization has for filters, as proposals: all of them, since they are few.</summary>
internal sealed class ValueSuggestions(RolesApi roles, AuditLogApi auditLog, EnvironmentsApi environments)
{
    public async Task<IReadOnlyList<CompletionItem>> SuggestAsync(
        OrganizationHome organization, CompletionKind kind, CancellationToken cancellationToken) => kind switch
    {
        CompletionKind.AuditEvent =>
            Items(await auditLog.ListEventNamesAsync(organization, cancellationToken).ConfigureAwait(false), "Audit log event"),
        CompletionKind.Environment =>
            Items(await environments.ListNamesAsync(organization, cancellationToken).ConfigureAwait(false), "Environment"),
        _ =>
        [
            .. (await roles.ReadAsync(organization, cancellationToken).ConfigureAwait(false)).Roles
                .Where(role => kind is CompletionKind.Role || role.Kind is SentryRoleKind.Organization)
                .Select(CompletionItem.Of),
        ],
    };

    private static CompletionItem[] Items(IReadOnlyList<string>? names, string what) =>
        [.. (names ?? []).Select(name => new CompletionItem(name, $"{what} {name}"))];
}
