using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Models;
using SentryAudit.Permissions;

namespace SentryAudit.Commands.Stats;

/// <summary>Gets the subscriptions of organizations: seats, plan, renewal. Only sentry.io has them.</summary>
[Cmdlet(VerbsCommon.Get, "SentrySubscription")]
[OutputType(typeof(SentrySubscription))]
[RequiresScope("org:read")]
public sealed class GetSentrySubscriptionCommand : SentryOrganizationCmdlet
{
    private protected override IEnumerable<EntityReference> UnmatchedKeys => [];

    private protected override IEnumerable<EntityReference> CollectKeys() => [];

    private protected override async Task ReadAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        Pipeline.Write(await Client.GetSubscriptionAsync(organization, cancellationToken));
}
