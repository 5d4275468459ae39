using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.InviteRequest;

/// <summary>Approves requests for membership. The person becomes an invited member.</summary>
[Cmdlet(
    VerbsLifecycle.Approve,
    "SentryInviteRequest",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryMember))]
[RequiresScope("member:read")]
[RequiresScope("member:admin")]
public sealed class ApproveSentryInviteRequestCommand()
    : SentryChangeCmdlet<InviteRequestReference, SentryInviteRequest>(static (key, request) => key.Matches(request))
{
    /// <summary>Requests by e-mail address, id, wildcard or object.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("InviteRequestId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InviteRequestCompleter))]
    public InviteRequestReference[]? InviteRequest { get; set; }

    /// <summary>The role they get, for example <c>member</c>; without it, the role of the request.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(OrganizationRoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Role { get; set; }

    /// <summary>Returns the invited members.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private string? NormalRole => Role?.Trim().ToLowerInvariant();

    private protected override IReadOnlyList<InviteRequestReference>? Keys => InviteRequest;

    private protected override string PluralNoun => "invite requests";

    private protected override bool IsPassedThru => PassThru.IsPresent;

    private protected override IAsyncEnumerable<SentryInviteRequest> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<InviteRequestReference> keys,
        CancellationToken cancellationToken
    ) => Api.InviteRequests.ListAsync(organization, cancellationToken);

    private protected override SentryException? Refuse(SentryInviteRequest candidate) => MemberGuards.AgainstApproving(NormalRole);

    private protected override string Effect(string number) => $"approves {number} requests for membership";

    private protected override IAsyncEnumerable<SentryInviteRequest> ListAll(
        OrganizationHome organization, CancellationToken cancellationToken) =>
        Api.InviteRequests.ListAsync(organization, cancellationToken);

    private protected override bool IsListedWhole(IReadOnlyList<InviteRequestReference> keys) => true;

    private protected override string Describe(SentryInviteRequest candidate)
    {
        var instead = NormalRole is null || NormalRole == candidate.Role ? "" : $" instead of {candidate.Role ?? "an unknown role"}";
        return $"Approve the request for membership as {NormalRole ?? candidate.Role ?? "what it asks for"}{instead}";
    }

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryInviteRequest candidate,
        CancellationToken cancellationToken
    ) => await Api.InviteRequests.ApproveAsync(organization, candidate, NormalRole, PassThru.IsPresent, cancellationToken);
}
