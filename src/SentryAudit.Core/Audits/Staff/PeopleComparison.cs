namespace SentryAudit.Audits.Staff;

/// <summary>
/// Compares the members of one organization with a company's own list. A person is matched by the list's address, then by
/// its other addresses. A row that fits several members is given with each of them; of several rows that fit a member the
/// first counts, and the others are told.
/// </summary>
internal sealed class PeopleComparison
{
    private readonly string _organization;
    private readonly bool _ignoresTag;
    private readonly IReadOnlyList<ReferencePerson> _reference;
    private readonly HashSet<ReferencePerson> _found = [];
    private readonly ILookup<string, ReferencePerson> _byEmail;
    private readonly ILookup<string, ReferencePerson> _byAlias;

    public PeopleComparison(string organization, IReadOnlyList<ReferencePerson> reference, bool ignoresTag)
    {
        (_organization, _reference, _ignoresTag) = (organization, reference, ignoresTag);
        _byEmail = reference.ToLookup(person => Normalize(person.Email), StringComparer.Ordinal);
        _byAlias = reference
            .SelectMany(person => person.Aliases, (person, alias) => (Person: person, Alias: Normalize(alias)))
            .ToLookup(pair => pair.Alias, pair => pair.Person, StringComparer.Ordinal);
    }

    /// <summary>Rows that say the same person again: they decide nothing.</summary>
    public IEnumerable<(ReferencePerson Person, ReferencePerson First)> Repeated =>
        from same in _byEmail
        from repeated in same.Skip(1)
        select (repeated, same.First());

    /// <summary>A member, with the row that means the same person.</summary>
    public SentryMemberComparison Compare(SentryMember member)
    {
        var known = member.Email is { } email ? _byEmail[Normalize(email)].Concat(_byAlias[Normalize(email)]).FirstOrDefault() : null;
        if (known is not null)
        {
            // All rows of that address are accounted for by this member.
            _found.UnionWith(_byEmail[Normalize(known.Email)]);
        }

        return new SentryMemberComparison
        {
            Side = known is null ? SentryMemberSide.InSentryOnly : SentryMemberSide.Both,
            Email = member.Email,
            ReferenceEmail = known?.Email,
            Name = member.Name,
            MemberId = member.Id,
            Role = member.Role,
            ReferenceRole = known?.Role,
            Status = member.Status,
            Pending = member.Pending,
            Expired = member.Expired,
            Has2FA = member.Has2FA,
            LastActive = member.LastActive,
            ReferenceRow = known?.Row,
            OrganizationSlug = _organization,
            LastUpdated = member.LastUpdated,
        };
    }

    /// <summary>The people whom no member was matched with.</summary>
    /// <param name="isComplete">Whether all members were read. If not, nobody can be said to be missing in Sentry.</param>
    /// <param name="readAt">UTC time of the read.</param>
    public IEnumerable<SentryMemberComparison> NotFound(bool isComplete, DateTimeOffset readAt) =>
        from person in _reference
        where _found.Add(person) && _byEmail[Normalize(person.Email)].First() == person
        select new SentryMemberComparison
        {
            Side = isComplete ? SentryMemberSide.InReferenceOnly : SentryMemberSide.Unknown,
            ReferenceEmail = person.Email,
            ReferenceRole = person.Role,
            ReferenceRow = person.Row,
            OrganizationSlug = _organization,
            LastUpdated = readAt,
        };

    private string Normalize(string address) => EmailAddresses.Normalize(address, _ignoresTag);
}
