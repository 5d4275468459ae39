namespace SentryAudit.Http;

/// <summary>What to do about a refused token, depending on what Sentry says about it.</summary>
internal static class TokenRemedies
{
    public const string OrganizationOnly = "This token access is limited to organization endpoints.";

    public static string For(SentryErrorBody body) =>
        (body.Code, body.Detail) switch
        {
            ("member-disabled-over-limit", _) =>
                "The token's owner was disabled because the organization has more members than its plan allows; "
                    + "signing in again does not help. Ask an owner of the organization to free a seat or to change the plan.",
            ("2fa-required", _) =>
                "The organization requires two-factor authentication: "
                    + "the token's owner must set it up in Sentry, then the token works again.",
            ("sso-required", _) => "The organization requires single sign-on: sign in to Sentry through it once, then create a token.",
            ("sudo-required", _) => "Sentry requires a recent sign-in, which a token can't give: do this in Sentry's web interface.",
            ("primary-email-verification-required", _) => "The token's owner must verify their e-mail address in Sentry.",
            (_, "Token expired") =>
                "The token has expired: create a new one in Sentry (User settings > Personal tokens) and connect with it.",
            (_, "Invalid org token") =>
                "This organization token is not valid here: check that it is complete, not revoked, and made for this host.",
            (_, "User inactive or deleted") =>
                "The token's owner is deactivated or deleted: use a token of an active member or of an internal integration.",
            (_, OrganizationOnly) =>
                "This token belongs to one organization and can't be used for this: "
                    + "use a personal token, or name the organization with -Organization.",
            (_, "Unauthorized organization access.") => "This token belongs to another organization: use a token of this one.",
            (_, "Authentication credentials were not provided.") =>
                "No token reached Sentry: look for a proxy that removes the Authorization header.",
            _ => "Check that the token is complete, not revoked, and was made on this host; if in doubt, create a new one.",
        };
}
