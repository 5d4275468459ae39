namespace SentryAudit.Audits.Staff;

/// <summary>
/// Compares the members of one organization with a company's own list. A person is matched by the main address in the list, then by the
/// other addresses. A row that matches several members is given with each of them. If several rows match a member, the first one counts,
/// and the others are reported.
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

    /// <summary>Rows with an address that an earlier row has too. They are not compared.</summary>
    public IEnumerable<(ReferencePerson Person, ReferencePerson First)> Repeated =>
        from same in _byEmail
        from repeated in same.Skip(1)
        select (repeated, same.First());

    /// <summary>A member, with the row of the same person.</summary>
    public SentryMemberComparison Compare(SentryMember member)
    {
        var match = member.Email is { } email ? _byEmail[Normalize(email)].Concat(_byAlias[Normalize(email)]).FirstOrDefault() : null;
        if (match is not null)
        {
            // Other rows with the same address are the same person.
            _found.UnionWith(_byEmail[Normalize(match.Email)]);
        }

        return new SentryMemberComparison
        {
            Side = match is null ? SentryMemberSide.InSentryOnly : SentryMemberSide.Both,
            Email = member.Email,
            ReferenceEmail = match?.Email,
            Name = member.Name,
            MemberId = member.Id,
            Role = member.Role,
            ReferenceRole = match?.Role,
            Status = member.Status,
            Pending = member.Pending,
            Expired = member.Expired,
            Has2FA = member.Has2FA,
            LastActive = member.LastActive,
            ReferenceRow = match?.Row,
            OrganizationSlug = _organization,
            LastUpdated = member.LastUpdated,
        };
    }

    /// <summary>The people of the list for whom no member was found.</summary>
    /// <param name="isComplete">Whether all members were read. If not, the people may be in Sentry all the same.</param>
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
