namespace SentryAudit.Sandbox.Seeding;

/// <summary>One member of each kind an audit trips over. In order, so that small estates have the commonest.</summary>
internal static class MemberOddities
{
    public static IReadOnlyList<Action<SandboxMember>> All { get; } =
    [
        member => member.OrgRole = "manager",
        member => member.User!.Has2Fa = false,
        member => member.User!.IsActive = false,
        UserDeleted,
        member => member.User!.IsSuspended = true,
        member => member.User!.IsSuspended = null,
        member => (member.User!.LastLogin, member.User.LastActive) = (null, null),
        member => (member.IdpProvisioned, member.IdpRoleRestricted, member.User!.IsManaged) = (true, true, true),
        member => (member.SsoLinked, member.SsoInvalid) = (false, true),
        member => member.MemberLimitRestricted = true,
        member => member.OrgRole = "billing",
        member => member.OrgRole = "admin",
        member => member.OrgRole = "auditor",
        member => member.PartnershipRestricted = true,
        // Names come from users: one that would recolour a terminal, one a spreadsheet would run, one from right to left.
        member => Rename(member, "Mallory \u001b[31mRed\u001b[0m"),
        member => Rename(member, "=cmd|' /C calc'!A0"),
        member => Rename(member, "\u05d3\u05d5\u05d3 \u202eדוד Łukasz 🦊"),
        member => member.User!.HasPasswordAuth = false,
    ];

    /// <summary>The account is gone, the membership stayed: no user, yet not pending.</summary>
    private static void UserDeleted(SandboxMember member) => (member.User, member.Name) = (null, member.Email);

    private static void Rename(SandboxMember member, string name) => member.Name = member.User!.Name = name;
}
