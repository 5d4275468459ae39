using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.AuthProvider;

/// <summary>Gets the single sign-on of organizations; nothing for an organization without it.</summary>
[Cmdlet(VerbsCommon.Get, "SentryAuthProvider")]
[OutputType(typeof(SentryAuthProvider))]
[RequiresScope("org:read")]
public sealed class GetSentryAuthProviderCommand : SentryOrganizationCmdlet
{
    private protected override async Task RunAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        if (await Api.AuthProviders.FindAsync(organization, cancellationToken) is { } provider)
        {
            Pipeline.Write(provider);
        }
        else
        {
            Pipeline.Verbose($"{organization} has no single sign-on.");
        }
    }
}
