namespace SentryAudit.Audits.Status;

/// <summary>
/// The people of one organization in earlier runs. A person is recognised by the id of the membership, then by the id of the user, then by
/// the e-mail address in any case: the id of the membership stays the same when an invitation is accepted, and the other two when a person
/// is removed and invited again.
/// </summary>
internal sealed class PeopleHistory
{
    private readonly List<PersonHistory> _people = [];
    private readonly Dictionary<string, PersonHistory> _byMember = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PersonHistory> _byUser = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PersonHistory> _byEmail = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the rows of several runs in any order. Of rows without a date, the later one counts as newer.</summary>
    public PeopleHistory(IEnumerable<EarlierRow> rows)
    {
        foreach (var row in rows.OrderBy(row => row.LastUpdated ?? DateTimeOffset.MinValue))
        {
            Add(row);
        }
    }

    public PersonHistory? Find(string? memberId, string? userId, string? email)
    {
        var (byMember, byUser) = (Find(_byMember, memberId), Find(_byUser, userId));
        if (byMember is not null && byUser is not null && byMember != byUser)
        {
            // Two people until now: invited again with another address, and accepted with the old account.
            Merge(byMember, byUser);
        }

        return byMember ?? byUser ?? Find(_byEmail, email);
    }

    /// <summary>The people whom Sentry does not list in the present read.</summary>
    public IEnumerable<PersonHistory> Unlisted => _people.Where(person => !person.IsListed);

    private void Add(EarlierRow row)
    {
        var person = Find(row.MemberId, row.UserId, row.Email);
        if (person is null)
        {
            person = new PersonHistory { Latest = row };
            _people.Add(person);
        }

        person.Latest = row;
        person.EverActive |= row.EverActive;
        person.LastSeen = Later(person.LastSeen, row.LastSeen ?? row.LastUpdated);
        Index(_byMember, row.MemberId, person);
        Index(_byUser, row.UserId, person);
        Index(_byEmail, row.Email, person);
    }

    private void Merge(PersonHistory person, PersonHistory same)
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

    private static PersonHistory? Find(Dictionary<string, PersonHistory> index, string? key) =>
        key is null ? null : index.GetValueOrDefault(key);

    private static void Index(Dictionary<string, PersonHistory> index, string? key, PersonHistory person)
    {
        if (key is not null)
        {
            index[key] = person;
        }
    }
}
