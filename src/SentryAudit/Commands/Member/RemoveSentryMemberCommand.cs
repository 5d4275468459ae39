using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Member;

/// <summary>Removes members from organizations, or takes back invitations.</summary>
[Cmdlet(VerbsCommon.Remove, "SentryMember", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
[RequiresScope("member:read")]
[RequiresScope("member:admin")]
public sealed class RemoveSentryMemberCommand()
    : SentryChangeCmdlet<MemberReference, SentryMember>(static (key, member) => key.Matches(member))
{
    /// <summary>Members by e-mail address, membership id, display name, wildcard or object.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MemberId", "Email")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MemberCompleter))]
    [ValidateNotNullOrEmpty]
    public MemberReference[]? Member { get; set; }

    private protected override IReadOnlyList<MemberReference>? Keys => Member;

    // Who is known to have left needs no removing.
    private protected override IEnumerable<EntityReference> UnmatchedKeys =>
        base.UnmatchedKeys.Where(key => key is not MemberReference { IsGone: true });

    private protected override string What => "members";

    private protected override IAsyncEnumerable<SentryMember> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<MemberReference> keys,
        CancellationToken cancellationToken
    ) => Api.Members.ListWithOwnersAsync(organization, keys, cancellationToken);

    private protected override SentryException? Refuse(SentryMember candidate) =>
        new MemberGuards(Connected.TokenKind, Connected.User, Present).AgainstRemoving(candidate);

    private protected override string Describe(SentryMember candidate) => candidate.Pending is true
        ? $"Take back the invitation as {candidate.Role ?? "?"}"
        : $"Remove the {candidate.Role ?? "member"}{(candidate.LastActive is { } active ? $", last active {active.UtcDateTime:yyyy-MM-dd}" : "")}";

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryMember candidate,
        CancellationToken cancellationToken)
    {
        await Api.MemberChanges.RemoveAsync(organization, candidate, cancellationToken);
        return null;
    }
}
