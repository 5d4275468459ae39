namespace SentryAudit.Audits.Status;

/// <summary>A row of an earlier run: an object of this module, or its columns in a CSV file or a hashtable.</summary>
internal sealed record EarlierRow
{
    public required string OrganizationSlug { get; init; }

    public string? MemberId { get; init; }

    public string? UserId { get; init; }

    public string? Email { get; init; }

    public string? Name { get; init; }

    public string? Role { get; init; }

    public required SentryUserStatusKind Status { get; init; }

    public bool EverActive { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? LastActive { get; init; }

    public DateTimeOffset? LastSeen { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    public static EarlierRow From(SentryUserStatus status) => new()
    {
        OrganizationSlug = status.OrganizationSlug,
        MemberId = status.MemberId,
        UserId = status.UserId,
        Email = status.Email,
        Name = status.Name,
        Role = status.Role,
        Status = status.Status,
        EverActive = status.EverActive || status.Status is SentryUserStatusKind.Active,
        DateCreated = status.DateCreated,
        LastActive = status.LastActive,
        LastSeen = status.LastSeen,
        LastUpdated = status.LastUpdated,
    };

    /// <param name="member">The member as an inventory keeps it.</param>
    /// <param name="organization">The slug that the organization has now; the member may have an older one.</param>
    /// <param name="everActive">Whether an earlier sync saw the member Active.</param>
    public static EarlierRow From(SentryMember member, string organization, bool everActive) => new()
    {
        OrganizationSlug = organization,
        MemberId = member.Id,
        UserId = member.UserId,
        Email = member.Email,
        Name = member.Name,
        Role = member.Role,
        Status = member.Status,
        EverActive = everActive || member.Status is SentryUserStatusKind.Active,
        DateCreated = member.DateCreated,
        LastActive = member.LastActive,
        LastSeen = member.LastUpdated,
        LastUpdated = member.LastUpdated,
    };

    /// <exception cref="FormatException">The row can't be used; the message says why.</exception>
    public static EarlierRow From(EarlierColumns columns)
    {
        var row = new EarlierRow
        {
            OrganizationSlug = columns.Text("OrganizationSlug") ?? throw new FormatException("it has no OrganizationSlug"),
            MemberId = columns.Text("MemberId"),
            UserId = columns.Text("UserId"),
            Email = columns.Text("Email"),
            Name = columns.Text("Name"),
            Role = columns.Text("Role"),
            Status = columns.Status("Status") ?? throw new FormatException("it has no Status"),
            DateCreated = columns.Date("DateCreated"),
            LastActive = columns.Date("LastActive"),
            LastSeen = columns.Date("LastSeen"),
            LastUpdated = columns.Date("LastUpdated"),
        };
        if (row is { MemberId: null, UserId: null, Email: null })
        {
            throw new FormatException("it has none of MemberId, UserId and Email");
        }

        var wasActive = columns.WasActive();
        return row with { EverActive = wasActive || row.Status is SentryUserStatusKind.Active };
    }
}
