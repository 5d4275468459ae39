using System.Text.Json.Serialization;

namespace SentryAudit.Inventory;

/// <summary>How inventory files write objects: with the property names of the models, without unknown and computed properties.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(StringListConverter)])]
[JsonSerializable(typeof(InventoryStamp))]
[JsonSerializable(typeof(InventoryHeader))]
[JsonSerializable(typeof(InventoryEntry<SentryOrganization>), TypeInfoPropertyName = "Organization")]
[JsonSerializable(typeof(InventoryEntry<SentryMember>), TypeInfoPropertyName = "Member")]
[JsonSerializable(typeof(InventoryEntry<SentryTeam>), TypeInfoPropertyName = "Team")]
[JsonSerializable(typeof(InventoryEntry<SentryTeamMember>), TypeInfoPropertyName = "TeamMember")]
[JsonSerializable(typeof(InventoryEntry<SentryProject>), TypeInfoPropertyName = "Project")]
[JsonSerializable(typeof(InventoryEntry<SentryRelease>), TypeInfoPropertyName = "Release")]
[JsonSerializable(typeof(InventoryEntry<SentryAlertRule>), TypeInfoPropertyName = "AlertRule")]
[JsonSerializable(typeof(InventoryEntry<SentryMonitor>), TypeInfoPropertyName = "Monitor")]
[JsonSerializable(typeof(InventoryEntry<SentryProjectKey>), TypeInfoPropertyName = "ProjectKey")]
[JsonSerializable(typeof(InventoryEntry<SentryRepository>), TypeInfoPropertyName = "Repository")]
[JsonSerializable(typeof(InventoryEntry<SentryRole>), TypeInfoPropertyName = "Role")]
[JsonSerializable(typeof(InventoryEntry<SentryIntegration>), TypeInfoPropertyName = "Integration")]
internal sealed partial class InventoryJson : JsonSerializerContext;
