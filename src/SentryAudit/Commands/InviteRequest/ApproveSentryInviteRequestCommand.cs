using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.InviteRequest;

/// <summary>Approves requests for membership: who asked becomes an invited member.</summary>
[Cmdlet(VerbsLifecycle.Approve, "SentryInviteRequest", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryMember))]
[RequiresScope("member:read")]
[RequiresScope("member:admin")]
public sealed class ApproveSentryInviteRequestCommand()
    : SentryChangeCmdlet<InviteRequestReference, SentryInviteRequest>(static (key, request) => key.Matches(request))
{
    /// <summary>Requests by e-mail address, id, wildcard or object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("InviteRequestId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InviteRequestCompleter))]
    [ValidateNotNullOrEmpty]
    public InviteRequestReference[]? InviteRequest { get; set; }

    /// <summary>The role they get, as <c>member</c>; without it the one that is asked for.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Role { get; set; }

    /// <summary>Returns the invited members.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private string? Wanted => Role?.Trim().ToLowerInvariant();

    private protected override IReadOnlyList<InviteRequestReference>? Keys => InviteRequest;

    private protected override string What => "invite requests";

    private protected override bool IsPassedThru => IsOn(PassThru);

    private protected override IAsyncEnumerable<SentryInviteRequest> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<InviteRequestReference> keys,
        CancellationToken cancellationToken
    ) => Api.InviteRequests.ListAsync(organization, cancellationToken);

    private protected override SentryException? Refuse(SentryInviteRequest candidate) => MemberGuards.AgainstApproving(Wanted);

    private protected override string Describe(SentryInviteRequest candidate) =>
        $"Approve the request for membership as {Wanted ?? candidate.Role ?? "member"}{(Wanted is null || Wanted == candidate.Role ? "" : $" instead of {candidate.Role ?? "?"}")}";

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryInviteRequest candidate,
        CancellationToken cancellationToken
    ) => await Api.InviteRequests.ApproveAsync(organization, candidate, Wanted, IsOn(PassThru), cancellationToken);
}
