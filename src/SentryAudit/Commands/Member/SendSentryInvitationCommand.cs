using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.Member;

/// <summary>Sends invitations again that are not accepted yet. An expired invitation gets a new link.</summary>
[Cmdlet(
    VerbsCommunications.Send,
    "SentryInvitation",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryMember))]
[RequiresScope("member:read")]
[RequiresScope("member:invite")]
[RequiresScope("member:admin", For = "expired invitations")]
public sealed class SendSentryInvitationCommand()
    : SentryChangeCmdlet<MemberReference, SentryMember>(static (key, member) => key.Matches(member))
{
    /// <summary>Invitations by e-mail address, membership id, wildcard or object.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("MemberId", "Email")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MemberCompleter))]
    public MemberReference[]? Member { get; set; }

    /// <summary>Returns the members.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override IReadOnlyList<MemberReference>? Keys => Member;

    private protected override string PluralNoun => "members";

    private protected override bool IsPassedThru => PassThru.IsPresent;

    private protected override IAsyncEnumerable<SentryMember> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<MemberReference> keys,
        CancellationToken cancellationToken
    ) => Api.Members.ListAsync(organization, keys, teams: null, cancellationToken);

    private protected override SentryException? Refuse(SentryMember candidate) =>
        candidate.Pending is true
            ? null
            : new SentryException(
                "SentryMemberJoined",
                SentryErrorCategory.InvalidArgument,
                $"{candidate} is a member already, so there is no invitation to send.",
                "List the invitations that are not accepted yet with Get-SentryMember -Pending.");

    private protected override string Effect(string number) => $"sends {number} invitations again";

    private protected override string Describe(SentryMember candidate) =>
        candidate.Expired is true ? "Send the invitation again with a new link, since it has expired" : "Send the invitation again";

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryMember candidate,
        CancellationToken cancellationToken
    ) => await Api.Invitations.ResendAsync(organization, candidate, PassThru.IsPresent, cancellationToken);
}
