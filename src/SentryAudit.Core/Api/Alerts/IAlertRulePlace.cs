using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Requests;

namespace SentryAudit.Api.Alerts;

/// <summary>One of the places in which a Sentry keeps alert rules: workflows, detectors, and what these replaced.</summary>
internal interface IAlertRulePlace
{
    /// <summary>A rule as it is now; null when it is gone.</summary>
    Task<SentryAlertRule?> FindAsync(OrganizationHome organization, SentryAlertRule rule, CancellationToken cancellationToken);

    /// <summary>Sends what is to become of a rule.</summary>
    Task SendAsync(OrganizationHome organization, SentryAlertRule rule, AlertRuleChange change, CancellationToken cancellationToken);

    /// <summary>Where a rule is changed and removed.</summary>
    EndpointAddress ChangeAddress(OrganizationHome organization, SentryAlertRule rule);
}
