using SentryAudit.Requests;

namespace SentryAudit.Core.Tests.Requests;

/// <summary>The sentences in Sentry's own source, and which error each becomes.</summary>
public sealed class ChangeRefusalsTests
{
    [Theory]
    [InlineData(400, "You are missing the member:admin scope.", "SentryForbidden")]
    [InlineData(400, "You cannot remove a member who has more access than you.", "SentryForbidden")]
    [InlineData(403, "You cannot remove the only remaining owner or manager of the organization.", "SentryLastOwner")]
    [InlineData(400, "You cannot make changes to your own role.", "SentryMemberIsOneself")]
    [InlineData(403, "role: You do not have permission to assign the given role.", "SentryForbidden")]
    [InlineData(400, "orgRole: You do not have permission to set that org-level role", "SentryForbidden")]
    [InlineData(400, "Integration tokens are restricted to inviting new members with the member role only.", "SentryIntegrationLimited")]
    [InlineData(400, "The role 'admin' is deprecated and may no longer be assigned.", "SentryRoleRetired")]
    [InlineData(403, "This user is managed through your organization's identity provider.", "SentryManagedByProvider")]
    [InlineData(403, "This team is managed through your organization's identity provider.", "SentryManagedByProvider")]
    [InlineData(
        403,
        "This member is managed by an active partnership and cannot be modified until the end of the partnership.",
        "SentryManagedByPartner")]
    [InlineData(400, "The user with a 'billing' role cannot have team-level permissions.", "SentryRoleWithoutTeams")]
    [InlineData(400, "email: The user ada@acme.example has already been invited", "SentryMemberInvited")]
    [InlineData(400, "email: The user ada@acme.example is already a member", "SentryMemberExists")]
    [InlineData(409, "A team with this slug already exists.", "SentryTeamExists")]
    [InlineData(409, "A project with this slug already exists.", "SentryProjectExists")]
    [InlineData(400, "slug: Another project (web) is already using that slug", "SentrySlugTaken")]
    [InlineData(400, "require2FA: Cannot require two-factor authentication with SSO enabled", "SentryTwoFactorBySso")]
    [InlineData(
        400,
        "require2FA: Cannot require two-factor authentication without personal two-factor enabled.",
        "SentryOwnTwoFactorMissing")]
    public void A_known_sentence_gets_an_id_and_a_remedy(int status, string detail, string errorId)
    {
        var refusal = Refusal(status, detail);

        Assert.True(ChangeRefusals.IsKnown(refusal));
        var explained = ChangeRefusals.Explain(refusal, "Changing it");
        Assert.Equal(errorId, explained.ErrorId);
        Assert.StartsWith("Changing it was refused.", explained.Message, StringComparison.Ordinal);
        Assert.NotEmpty(explained.RecommendedAction);
        Assert.Same(refusal, explained.InnerException);
    }

    [Theory]
    [InlineData(400, "Something new.")]
    [InlineData(400, null)]
    [InlineData(500, "You cannot make changes to your own role.")]
    [InlineData(404, "A team with this slug already exists.")]
    public void Anything_else_stays_as_it_is(int status, string? detail) => Assert.False(ChangeRefusals.IsKnown(Refusal(status, detail)));

    private static SentryApiException Refusal(int status, string? detail) =>
        new("SentryBadRequest", SentryErrorCategory.InvalidArgument, "Sentry did not accept the request.", "Check it.")
        {
            Status = status,
            Detail = detail,
        };
}
