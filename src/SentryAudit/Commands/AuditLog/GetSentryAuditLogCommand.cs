using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Api.Organizations;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.AuditLog;

/// <summary>Gets the audit logs of organizations, the newest entry first.</summary>
[Cmdlet(VerbsCommon.Get, "SentryAuditLog")]
[OutputType(typeof(SentryAuditLogEntry))]
[RequiresScope("org:write")]
public sealed class GetSentryAuditLogCommand()
    : SentryReportCmdlet<ActorReference, SentryAuditLogEntry>(static (key, entry) => key.Matches(entry))
{
    /// <summary>Only what these people did, by account id, e-mail address, display name, wildcard or member object.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MemberCompleter))]
    public ActorReference[]? Actor { get; set; }

    /// <summary>Only these events, for example <c>member.invite</c> or <c>project.*</c>.</summary>
    [Parameter]
    [Filter(FilterValues.AuditEvent)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AuditEventCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Event { get; set; }

    private protected override IReadOnlyList<ActorReference>? Keys => Actor;

    private protected override string PluralNoun => "audit log entries";

    // A name without entries is no error: somebody may have done nothing.
    private protected override IEnumerable<EntityReference> UnmatchedKeys => [];

    private protected override async IAsyncEnumerable<SentryAuditLogEntry> ListAsync(
        OrganizationHome organization, IReadOnlyList<ActorReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = new AuditLogFilter { Events = Event ?? [], Actors = keys, Window = ResolveWindow(whenNone: null) };
        await foreach (var entry in Api.AuditLog.ListAsync(organization, filter, cancellationToken))
        {
            yield return entry;
        }
    }
}
