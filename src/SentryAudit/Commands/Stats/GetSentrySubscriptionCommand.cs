using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.Stats;

/// <summary>Gets the subscriptions of organizations: plan, seats and renewal. Only sentry.io has subscriptions.</summary>
[Cmdlet(VerbsCommon.Get, "SentrySubscription")]
[OutputType(typeof(SentrySubscription))]
[RequiresScope("org:read")]
public sealed class GetSentrySubscriptionCommand : SentryOrganizationCmdlet
{
    private protected override async Task RunAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        Pipeline.Write(await Api.Subscriptions.GetAsync(organization, cancellationToken));
}
