using System.Globalization;

namespace SentryAudit.Audits.Status;

/// <summary>One row of an earlier run: an object this module returned, or its columns as a CSV file or a hashtable gives them.</summary>
internal sealed record EarlierRow
{
    private static readonly Dictionary<string, SentryUserStatusKind> Statuses = Enum.GetValues<SentryUserStatusKind>()
        .Where(status => status is not SentryUserStatusKind.Unknown)
        .ToDictionary(status => status.ToString(), StringComparer.OrdinalIgnoreCase);

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

    /// <param name="dates">How the rows that were written together write dates.</param>
    /// <exception cref="FormatException">The row can't be used; the message says what is wrong with it.</exception>
    public static EarlierRow From(IReadOnlyDictionary<string, object?> columns, EarlierDates dates)
    {
        var row = new EarlierRow
        {
            OrganizationSlug = Text(columns, "OrganizationSlug") ?? throw new FormatException("it has no OrganizationSlug"),
            MemberId = Text(columns, "MemberId"),
            UserId = Text(columns, "UserId"),
            Email = Text(columns, "Email"),
            Name = Text(columns, "Name"),
            Role = Text(columns, "Role"),
            Status = StatusColumn(columns, "Status") ?? throw new FormatException("it has no Status"),
            DateCreated = dates.Read(columns.GetValueOrDefault("DateCreated"), "DateCreated"),
            LastActive = dates.Read(columns.GetValueOrDefault("LastActive"), "LastActive"),
            LastSeen = dates.Read(columns.GetValueOrDefault("LastSeen"), "LastSeen"),
            LastUpdated = dates.Read(columns.GetValueOrDefault("LastUpdated"), "LastUpdated"),
        };
        if (row is { MemberId: null, UserId: null, Email: null })
        {
            throw new FormatException("it has none of MemberId, UserId and Email");
        }

        // Each column is read whatever the others say: a malformed one makes the row unusable.
        bool[] signs =
        [
            row.Status is SentryUserStatusKind.Active,
            Flag(columns, "EverActive") is true,
            StatusColumn(columns, "PreviousStatus") is SentryUserStatusKind.Active,
            string.Equals(Text(columns, "Reason"), nameof(SentryUserStatusReason.GoneAfterActive), StringComparison.OrdinalIgnoreCase)
                || columns.GetValueOrDefault("Reason") is (long)SentryUserStatusReason.GoneAfterActive,
        ];
        return row with { EverActive = signs.Contains(true) };
    }

    private static string? Text(IReadOnlyDictionary<string, object?> columns, string name) =>
        columns.TryGetValue(name, out var value)
        && Convert.ToString(value, CultureInfo.InvariantCulture) is { } text
        && !string.IsNullOrWhiteSpace(text)
            ? text.Trim()
            : null;

    // Not Enum.TryParse, which also takes numbers and lists; in a CSV file a digit is a mistake.
    private static SentryUserStatusKind? StatusColumn(IReadOnlyDictionary<string, object?> columns, string name) =>
        Text(columns, name) switch
        {
            null => null,
            // ConvertTo-Json writes numbers for enumerations.
            _ when columns[name]
                    is long
                        and > (long)SentryUserStatusKind.Unknown
                        and <= (long)SentryUserStatusKind.Inactive
                        and var number => (SentryUserStatusKind)number,
            { } text when Statuses.TryGetValue(text, out var status) => status,
            var text => throw new FormatException($"its {name} '{text}' is none of Active, Suspended and Inactive"),
        };

    private static bool? Flag(IReadOnlyDictionary<string, object?> columns, string name) => Text(columns, name) switch
    {
        null => null,
        { } text when bool.TryParse(text, out var flag) => flag,
        var text => throw new FormatException($"its {name} '{text}' is neither True nor False"),
    };
}
