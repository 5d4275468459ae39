using System.Management.Automation;
using System.Runtime.CompilerServices;
using SentryAudit.Cmdlets;
using SentryAudit.Completers;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.Role;

/// <summary>Gets the roles of organizations and of their teams.</summary>
[Cmdlet(VerbsCommon.Get, "SentryRole")]
[OutputType(typeof(SentryRole))]
[RequiresScope("org:read")]
public sealed class GetSentryRoleCommand() : SentryListingCmdlet<RoleReference, SentryRole>(static (key, role) => key.Matches(role))
{
    /// <summary>Roles by id, display name, wildcard or object; without it, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoleId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RoleCompleter))]
    public RoleReference[]? Role { get; set; }

    private protected override IReadOnlyList<RoleReference>? Keys => Role;

    private protected override string PluralNoun => "roles";

    private protected override async IAsyncEnumerable<SentryRole> ListAsync(
        OrganizationHome organization, IReadOnlyList<RoleReference> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var role in (await Source.ReadRolesAsync(organization, cancellationToken)).ReadWhole())
        {
            yield return role;
        }
    }
}
