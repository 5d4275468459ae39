using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Member;

/// <summary>Gives members another role in their organization. They stay on their teams.</summary>
[Cmdlet(
    VerbsCommon.Set,
    "SentryMember",
    DefaultParameterSetName = ParameterSets.Named,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(SentryMember))]
[RequiresScope("member:read")]
[RequiresScope("member:admin")]
public sealed class SetSentryMemberCommand()
    : SentryChangeCmdlet<MemberReference, SentryMember>(static (key, member) => key.Matches(member))
{
    /// <summary>Members by e-mail address, membership id, display name, wildcard or object.</summary>
    [Parameter(ParameterSetName = ParameterSets.Named, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = ParameterSets.Piped, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [Alias("MemberId", "Email")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MemberCompleter))]
    public MemberReference[]? Member { get; set; }

    /// <summary>The role they get, for example <c>member</c>, <c>billing</c>, <c>manager</c> or <c>owner</c>.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(OrganizationRoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string Role { get; set; } = "";

    /// <summary>Returns the changed members with their teams.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private string NormalRole => Role.Trim().ToLowerInvariant();

    private protected override IReadOnlyList<MemberReference>? Keys => Member;

    private protected override string PluralNoun => "members";

    private protected override bool IsPassedThru => PassThru.IsPresent;

    private protected override IAsyncEnumerable<SentryMember> ListAsync(
        OrganizationHome organization,
        IReadOnlyList<MemberReference> keys,
        CancellationToken cancellationToken
    ) => Api.Members.ListWithOwnersAsync(organization, keys, cancellationToken);

    private protected override SentryException? Refuse(SentryMember candidate) =>
        new MemberGuards(CurrentConnection.TokenKind, CurrentConnection.User, Siblings).AgainstRole(candidate, NormalRole);

    private protected override string Effect(string number) => $"gives the role {NormalRole} to {number} members";

    private protected override IAsyncEnumerable<SentryMember> ListAll(OrganizationHome organization, CancellationToken cancellationToken) =>
        Api.Members.ListAsync(organization, [], teams: null, cancellationToken);

    private protected override string? Describe(SentryMember candidate) =>
        candidate.Role == NormalRole ? null : $"Change the role from {candidate.Role ?? "unknown"} to {NormalRole}";

    private protected override async Task<object?> ChangeAsync(
        OrganizationHome organization,
        SentryMember candidate,
        CancellationToken cancellationToken
    ) => await Api.MemberChanges.SetRoleAsync(organization, candidate, NormalRole, cancellationToken);
}
