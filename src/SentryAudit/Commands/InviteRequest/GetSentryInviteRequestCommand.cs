using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.InviteRequest;

/// <summary>Gets the requests for membership: people who asked to join organizations, or whom members proposed.</summary>
[Cmdlet(VerbsCommon.Get, "SentryInviteRequest")]
[OutputType(typeof(SentryInviteRequest))]
[RequiresScope("member:read")]
public sealed class GetSentryInviteRequestCommand()
    : SentryListingCmdlet<InviteRequestReference, SentryInviteRequest>(static (key, request) => key.Matches(request))
{
    /// <summary>Requests by e-mail address, id, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
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
}
