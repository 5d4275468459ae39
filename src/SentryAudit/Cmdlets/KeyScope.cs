using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Cmdlets;

/// <summary>Where keys are looked up.</summary>
/// <param name="Source">Sentry, or an inventory.</param>
/// <param name="Organization">The organization at hand.</param>
/// <param name="Applies">Whether a key was given for it: the input may name objects of several organizations.</param>
internal sealed record KeyScope(ISentrySource Source, OrganizationHome Organization, Func<EntityReference, bool> Applies);
