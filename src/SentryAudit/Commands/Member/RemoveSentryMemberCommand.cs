using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Member;

/// <summary>Removes members from organizations, or takes back invitations.</summary>
[Cmdlet(
    VerbsCommon.Remove,
    "SentryMember",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
[RequiresScope("member:read")]
[RequiresScope("member:admin")]
public sealed class RemoveSentryMemberCommand()
    : SentryChangeCmdlet<MemberReference, SentryMember>(static (key, member) => key.Matches(member))
{
    private readonly List<MemberReference> _inactive = [];

    /// <summary>Members by e-mail address, membership id, display name, wildcard or object.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("MemberId", "Email")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MemberCompleter))]
    public MemberReference[]? Member { get; set; }

    private protected override IReadOnlyList<MemberReference>? Keys => Member;

    // A person whose status says that they have left is no error: there is nothing to remove.
    private protected override IEnumerable<EntityReference> UnmatchedKeys =>
        base.UnmatchedKeys.Where(key => key is not MemberReference { IsGone: true });

    private protected override string PluralNoun => "members";

    private protected override IAsyncEnumerable<SentryMember> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<MemberReference> keys,
        CancellationToken cancellationToken
    ) => Api.Members.ListWithOwnersAsync(organization, keys, cancellationToken);

    private protected override IEnumerable<EntityReference> CollectKeys()
    {
        _inactive.AddRange((Member ?? []).Where(key => key.IsInactive));
        return base.CollectKeys();
    }

    private protected override SentryException? Refuse(SentryMember candidate) =>
        new MemberGuards(CurrentConnection.TokenKind, CurrentConnection.User, Siblings).AgainstRemoving(candidate)
        ?? (!IsForced && _inactive.Exists(key => key.Matches(candidate)) ? MemberGuards.AgainstStaleRow(candidate) : null);

    private protected override string Effect(string number) => $"removes {number} members";

    private protected override IAsyncEnumerable<SentryMember> ListAll(OrganizationHome organization, CancellationToken cancellationToken) =>
        Api.Members.ListAsync(organization, [], teams: null, cancellationToken);

    private protected override string Describe(SentryMember candidate)
    {
        if (candidate.Pending is true)
        {
            return $"Take back the invitation as {candidate.Role ?? "an unknown role"}";
        }

        var lastActive = candidate.LastActive is { } active ? $", last active {active.UtcDateTime:yyyy-MM-dd}" : "";
        return $"Remove the {candidate.Role ?? "member"}{lastActive}";
    }

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryMember candidate,
        CancellationToken cancellationToken)
    {
        await Api.MemberChanges.RemoveAsync(organization, candidate, cancellationToken);
        return null;
    }
}
