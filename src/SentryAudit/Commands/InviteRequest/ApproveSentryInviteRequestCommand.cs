using System.Management.Automation;
using SentryAudit.Completers;
using SentryAudit.Connections;

namespace SentryAudit.Commands.InviteRequest;

/// <summary>Approves requests for membership: who asked becomes an invited member.</summary>
[Cmdlet(VerbsLifecycle.Approve, "SentryInviteRequest", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryMember))]
[RequiresScope("member:read")]
[RequiresScope("member:admin")]
public sealed class ApproveSentryInviteRequestCommand() : SentryChangeCmdlet<InviteRequestReference, SentryInviteRequest>(static (key, request) => key.Matches(request))
{
    /// <summary>Requests by e-mail address, id, wildcard or object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("InviteRequestId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InviteRequestCompleter))]
    [ValidateNotNullOrEmpty]
    public InviteRequestReference[]? InviteRequest { get; set; }

    /// <summary>Returns the invited members.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IReadOnlyList<InviteRequestReference>? Keys => InviteRequest;

    private protected override string What => "invite requests";

    private protected override bool IsPassedThru => IsOn(PassThru);

    private protected override IAsyncEnumerable<SentryInviteRequest> ListAsync(OrganizationHome organization, IReadOnlyList<InviteRequestReference> keys, CancellationToken cancellationToken) =>
        Client.ListInviteRequestsAsync(organization, cancellationToken);

    private protected override string Describe(SentryInviteRequest candidate) => $"Approve the request for membership as {candidate.Role ?? "member"}";

    private protected override async Task<object?> ChangeAsync(OrganizationHome organization, SentryInviteRequest candidate, CancellationToken cancellationToken) =>
        await Client.ApproveInviteRequestAsync(organization, candidate, IsOn(PassThru), cancellationToken);
}
