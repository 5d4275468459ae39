namespace SentryAudit.Audits.Status;

/// <summary>
/// The people of one organization in earlier runs. A person is recognised by membership id, then user id, then
/// e-mail address in whatever case: the membership id survives acceptance, the others a removal and new invitation.
/// </summary>
internal sealed class StatusHistory
{
    private readonly List<KnownPerson> _people = [];
    private readonly Dictionary<string, KnownPerson> _byMember = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownPerson> _byUser = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownPerson> _byEmail = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Rows of several runs in any order; where they carry no date, the later row counts as newer.</summary>
    public StatusHistory(IEnumerable<EarlierRow> rows)
    {
        foreach (var row in rows.OrderBy(row => row.LastUpdated ?? DateTimeOffset.MinValue))
        {
            Add(row);
        }
    }

    public KnownPerson? Find(string? memberId, string? userId, string? email)
    {
        var (byMember, byUser) = (Find(_byMember, memberId), Find(_byUser, userId));
        if (byMember is not null && byUser is not null && byMember != byUser)
        {
            // Known as two until now: invited anew under another address, then accepted with the old account.
            Merge(byMember, byUser);
        }

        return byMember ?? byUser ?? Find(_byEmail, email);
    }

    /// <summary>People whom the read just made did not list.</summary>
    public IEnumerable<KnownPerson> NotListed => _people.Where(person => !person.IsListed);

    private void Add(EarlierRow row)
    {
        var person = Find(row.MemberId, row.UserId, row.Email);
        if (person is null)
        {
            person = new KnownPerson { Latest = row };
            _people.Add(person);
        }

        person.Latest = row;
        person.EverActive |= row.EverActive;
        person.LastSeen = Later(person.LastSeen, row.LastSeen ?? row.LastUpdated);
        Index(_byMember, row.MemberId, person);
        Index(_byUser, row.UserId, person);
        Index(_byEmail, row.Email, person);
    }

    private void Merge(KnownPerson person, KnownPerson same)
    {
        person.Latest = (same.Latest.LastUpdated > person.Latest.LastUpdated ? same : person).Latest;
        person.EverActive |= same.EverActive;
        person.LastSeen = Later(person.LastSeen, same.LastSeen);
        person.IsListed |= same.IsListed;
        _people.Remove(same);
        foreach (var index in new[] { _byMember, _byUser, _byEmail })
        {
            foreach (var (key, _) in index.Where(entry => entry.Value == same).ToArray())
            {
                index[key] = person;
            }
        }
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => other > one || one is null ? other : one;

    private static KnownPerson? Find(Dictionary<string, KnownPerson> index, string? key) =>
        key is null ? null : index.GetValueOrDefault(key);

    private static void Index(Dictionary<string, KnownPerson> index, string? key, KnownPerson person)
    {
        if (key is not null)
        {
            index[key] = person;
        }
    }
}
