using System.Text.Json.Serialization;

namespace SentryAudit.Api.Wire;

internal sealed class WireTeam
{
    public string? Id { get; init; }

    public string? Slug { get; init; }

    public string? Name { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public int? MemberCount { get; init; }

    public WireTeamFlags? Flags { get; init; }

    public WireReference[]? Projects { get; init; }

    internal sealed class WireTeamFlags
    {
        [JsonPropertyName("idp:provisioned")]
        public bool? IdpProvisioned { get; init; }
    }
}
