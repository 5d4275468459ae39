using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.InviteRequest;

/// <summary>Denies requests for membership.</summary>
[Cmdlet(
    VerbsLifecycle.Deny,
    "SentryInviteRequest",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
[RequiresScope("member:read")]
[RequiresScope("member:write")]
public sealed class DenySentryInviteRequestCommand()
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

    private protected override IReadOnlyList<InviteRequestReference>? Keys => InviteRequest;

    private protected override string PluralNoun => "invite requests";

    private protected override IAsyncEnumerable<SentryInviteRequest> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<InviteRequestReference> keys,
        CancellationToken cancellationToken
    ) => Api.InviteRequests.ListAsync(organization, cancellationToken);

    private protected override string Effect(string number) => $"denies {number} requests for membership";

    private protected override IAsyncEnumerable<SentryInviteRequest> ListAll(
        OrganizationHome organization, CancellationToken cancellationToken) =>
        Api.InviteRequests.ListAsync(organization, cancellationToken);

    private protected override bool IsListedWhole(IReadOnlyList<InviteRequestReference> keys) => true;

    private protected override string Describe(SentryInviteRequest candidate) => "Deny the request for membership";

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryInviteRequest candidate,
        CancellationToken cancellationToken)
    {
        await Api.InviteRequests.DenyAsync(organization, candidate, cancellationToken);
        return null;
    }
}
