using SentryAudit.Common.Text;
using SentryAudit.Models;

namespace SentryAudit.Http.Endpoints;

/// <summary>One thing at Sentry: an endpoint with its placeholders filled.</summary>
/// <param name="Endpoint">What is asked.</param>
/// <param name="Path">Its escaped path.</param>
/// <param name="Organization">
/// Whose it is: its host answers, unless the endpoint lives in the control silo. Null for what belongs to none: the base host answers.
/// </param>
internal sealed record EndpointAddress(SentryEndpoint Endpoint, string Path, OrganizationHome? Organization)
{
    /// <summary>A part of the path that must not show in verbose output, for example a client key; null for none.</summary>
    public SecretText? Hidden { get; init; }
}
