namespace SentryAudit.Api.Wire;

/// <summary>A member by itself: adds the teams, which the list leaves out.</summary>
internal sealed class WireMemberDetail : WireMember
{
    public WireTeamRole[]? TeamRoles { get; set; }

    internal sealed class WireTeamRole
    {
        public string? TeamSlug { get; set; }

        /// <summary>Null for the least role, and where the organization role gives more.</summary>
        public string? Role { get; set; }
    }
}
