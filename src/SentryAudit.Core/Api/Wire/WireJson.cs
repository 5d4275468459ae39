using System.Text.Json;
using System.Text.Json.Serialization;
using SentryAudit.Http;

namespace SentryAudit.Api.Wire;

/// <summary>
/// Generated readers for what Sentry sends. Keys this module does not know are skipped, whatever they are called. The models
/// have plain setters: properties that can only be initialised are read like constructor arguments, each value boxed,
/// which took a third of what a page of members allocates.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [
        typeof(LenientStringConverter),
        typeof(LenientDateConverter),
        typeof(LenientBooleanConverter),
        typeof(LenientNumberConverter),
        typeof(LenientLongConverter),
    ])]
[JsonSerializable(typeof(WireIndex))]
[JsonSerializable(typeof(WireOrganization))]
[JsonSerializable(typeof(WireOrganization[]))]
[JsonSerializable(typeof(WireMember))]
[JsonSerializable(typeof(WireMember[]))]
[JsonSerializable(typeof(WireTeam))]
[JsonSerializable(typeof(WireTeam[]))]
[JsonSerializable(typeof(WireProject[]))]
[JsonSerializable(typeof(WireRelease))]
[JsonSerializable(typeof(WireRelease[]))]
[JsonSerializable(typeof(WireWorkflow))]
[JsonSerializable(typeof(WireWorkflow[]))]
[JsonSerializable(typeof(WireDetector))]
[JsonSerializable(typeof(WireDetector[]))]
[JsonSerializable(typeof(WireLegacyRule))]
[JsonSerializable(typeof(WireLegacyRule[]))]
[JsonSerializable(typeof(WireOrganizationRoles))]
[JsonSerializable(typeof(WireAuditLog))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(WireProjectKey[]))]
[JsonSerializable(typeof(WireRepository[]))]
[JsonSerializable(typeof(WireDeployment[]))]
[JsonSerializable(typeof(WireMonitor[]))]
[JsonSerializable(typeof(WireIntegration[]))]
[JsonSerializable(typeof(WireCustomIntegration[]))]
[JsonSerializable(typeof(WireReference[]))]
[JsonSerializable(typeof(WireName[]))]
[JsonSerializable(typeof(WireCombinedRule[]))]
[JsonSerializable(typeof(WireInviteRequest[]))]
[JsonSerializable(typeof(WireAuthProvider))]
[JsonSerializable(typeof(WireIssue))]
[JsonSerializable(typeof(WireIssue[]))]
[JsonSerializable(typeof(WireEvent))]
[JsonSerializable(typeof(WireEvent[]))]
[JsonSerializable(typeof(WireEventLocation))]
[JsonSerializable(typeof(WireUserReport[]))]
[JsonSerializable(typeof(WireEndUser[]))]
[JsonSerializable(typeof(WireStats))]
[JsonSerializable(typeof(WireStatsSummary))]
[JsonSerializable(typeof(WireSubscription))]
[JsonSerializable(typeof(long?[][]))]
[JsonSerializable(typeof(WireMemberDetail))]
[JsonSerializable(typeof(WireProjectSettings))]
internal sealed partial class WireJson : JsonSerializerContext;
