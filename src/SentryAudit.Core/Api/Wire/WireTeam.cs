using System.Text.Json.Serialization;

namespace SentryAudit.Api.Wire;

internal sealed class WireTeam : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Id) ? "id" : string.IsNullOrEmpty(Slug) ? "slug" : null;

    public string? Id { get; set; }

    public string? Slug { get; set; }

    public string? Name { get; set; }

    public DateTimeOffset? DateCreated { get; set; }

    public int? MemberCount { get; set; }

    public WireTeamFlags? Flags { get; set; }

    public WireReference[]? Projects { get; set; }

    internal sealed class WireTeamFlags
    {
        [JsonPropertyName("idp:provisioned")]
        public bool? IdpProvisioned { get; set; }
    }
}
