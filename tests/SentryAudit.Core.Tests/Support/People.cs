using SentryAudit.Audits.Status;

namespace SentryAudit.Core.Tests.Support;

/// <summary>Members as one read gives them, and rows as earlier runs left them.</summary>
internal static class People
{
    public static readonly DateTimeOffset Earlier = new(2026, 8, 1, 6, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Now = new(2026, 9, 1, 6, 0, 0, TimeSpan.Zero);

    public static SentryMember Member(
        string id,
        string? user = null,
        string? email = null,
        bool? isActive = true,
        bool? pending = false,
        bool? expired = false) =>
        new()
        {
            Id = id,
            UserId = user,
            Email = email,
            IsActive = user is null ? null : isActive,
            Pending = pending,
            Expired = expired,
            OrganizationSlug = "acme",
            LastUpdated = Now,
        };

    public static EarlierRow Row(
        string? member = null,
        string? user = null,
        string? email = null,
        SentryUserStatusKind status = SentryUserStatusKind.Active,
        bool? everActive = null,
        DateTimeOffset? at = null) =>
        new()
        {
            OrganizationSlug = "acme",
            MemberId = member,
            UserId = user,
            Email = email,
            Status = status,
            EverActive = everActive ?? status is SentryUserStatusKind.Active,
            LastSeen = at ?? Earlier,
            LastUpdated = at ?? Earlier,
        };

    public static EarlierRuns Runs(params EarlierRow[] rows)
    {
        var runs = new EarlierRuns();
        foreach (var row in rows)
        {
            runs.Add(row);
        }

        return runs;
    }

    public static Dictionary<string, object?> Columns(params (string Name, object? Value)[] changed)
    {
        var columns = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["OrganizationSlug"] = "acme",
            ["MemberId"] = "573",
            ["Status"] = "Active",
        };
        foreach (var (name, value) in changed)
        {
            columns[name] = value;
        }

        return columns;
    }
}
