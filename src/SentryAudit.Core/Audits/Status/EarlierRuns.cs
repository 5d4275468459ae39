namespace SentryAudit.Audits.Status;

/// <summary>The rows of earlier runs, by organization.</summary>
internal sealed class EarlierRuns
{
    private readonly Dictionary<string, List<EarlierRow>> _rows = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Organizations => _rows.Keys;

    public int CountOf(string organization) => _rows.GetValueOrDefault(organization)?.Count ?? 0;

    public void Add(EarlierRow row)
    {
        if (!_rows.TryGetValue(row.OrganizationSlug, out var rows))
        {
            _rows[row.OrganizationSlug] = rows = [];
        }

        rows.Add(row);
    }

    public PeopleHistory For(string organization) => new(_rows.GetValueOrDefault(organization) ?? []);
}
