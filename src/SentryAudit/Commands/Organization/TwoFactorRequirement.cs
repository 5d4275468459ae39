namespace SentryAudit.Commands.Organization;

/// <summary>Who would lose access when organizations require two-factor authentication, and what to say about it.</summary>
internal sealed class TwoFactorRequirement
{
    private readonly Dictionary<string, string[]> _people = new(StringComparer.Ordinal);

    /// <summary>Takes all members of an organization that does not require it yet.</summary>
    public void Add(SentryOrganization organization, IEnumerable<SentryMember> members) =>
        _people[organization.Slug] =
        [
            .. members
                .Where(member => member.Pending is not true && member.Has2FA is not true)
                .Select(member => member.Email ?? member.Id),
        ];

    public static SentryException? AgainstSingleSignOn(SentryOrganization organization) =>
        organization is { HasAuthProvider: true, Require2FA: not true }
            ? new SentryException(
                "SentryTwoFactorBySso",
                SentryErrorCategory.InvalidArgument,
                $"{organization} can't require two-factor authentication in Sentry, because it uses single sign-on.",
                "Require the second factor at the identity provider.")
            : null;

    /// <summary>The names of these people; null when nobody would lose access.</summary>
    public string? WarningFor(SentryOrganization organization) =>
        PeopleOf(organization) is { Length: > 0 } people
            ? $"These people in {organization} lose access and are invited again, because they are not known to use "
                + $"two-factor authentication: {string.Join(", ", people)}."
            : null;

    /// <summary>Their number, as the end of the sentence that describes the change; empty for none.</summary>
    public string LossOf(SentryOrganization organization) =>
        PeopleOf(organization) is { Length: > 0 } people ? $"; members without it will lose access: {people.Length}" : "";

    /// <summary>Whether to go on all the same; null when nobody would lose access.</summary>
    public string? QuestionFor(SentryOrganization organization) =>
        PeopleOf(organization) is { Length: > 0 } people
            ? $"People in {organization} who will lose access until they set up two-factor authentication: {people.Length}. Go on?"
            : null;

    private string[] PeopleOf(SentryOrganization organization) => _people.GetValueOrDefault(organization.Slug, []);
}
