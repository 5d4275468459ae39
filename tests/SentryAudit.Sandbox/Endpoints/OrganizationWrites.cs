using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>
/// <c>PUT organizations/{org}/</c>, with <c>org:write</c>: any of name, slug, isEarlyAdopter, require2FA, defaultRole and the settings of
/// the detail (openMembership, allowJoinRequests, allowSharedIssues, enhancedPrivacy, dataScrubber, sensitiveFields, …): 200 with the
/// detail. <c>defaultRole</c> without <c>org:admin</c> is ignored, silently.
/// <c>require2FA</c>: 400 {"require2FA":["Cannot require two-factor authentication with SSO enabled"]}, as in the first organization here,
/// or ["Cannot require two-factor authentication without personal two-factor enabled."]; once it is on, every member without a second
/// factor is an invitation again: user null, pending, teams kept.
/// 400 {"slug":["The slug "x" is already in use."]}, {"storeCrashReports":[…]}, {"sensitiveFields":["Empty values are not allowed."]},
/// {"attachmentsRole":["Invalid role"]}, {"defaultRole":[""x" is not a valid choice."]}.
/// </summary>
internal static class OrganizationWrites
{
    public static IEnumerable<SandboxEndpoint> All =>
        [new("organizations/{org}/", Scopes.OrganizationWrite, Update) { Method = "PUT" }];

    private static Answer Update(Exchange exchange)
    {
        var (body, organization) = (exchange.Body, exchange.Organization);
        var (name, slug) = (body.Text("name", most: 64), Slugs.Read(body, most: 50));
        var (earlyAdopter, require2Fa) = (body.Flag("isEarlyAdopter"), body.Flag("require2FA"));
        var settings = SettingsJson.Read(body, organization.Settings);
        var defaultRole = exchange.Can("org:admin") ? body.Choice("defaultRole", Roles.Organization.Select(role => role.Id)) : null;
        if (exchange.World.Estate.Organizations.Exists(other => other != organization && other.Slug == slug))
        {
            body.Mistake("slug", $"The slug \"{slug}\" is already in use.");
        }

        if (require2Fa is true)
        {
            CheckSecondFactor(exchange);
        }

        body.ThrowIfWrong();
        var turnedOn = require2Fa is true && !organization.Require2Fa;
        (organization.Name, organization.Slug) = (name ?? organization.Name, slug ?? organization.Slug);
        (organization.IsEarlyAdopter, organization.Require2Fa) = (
            earlyAdopter ?? organization.IsEarlyAdopter,
            require2Fa ?? organization.Require2Fa);
        organization.DefaultRole = defaultRole ?? organization.DefaultRole;
        foreach (var (key, value) in settings)
        {
            organization.Settings[key] = value;
        }

        exchange.Note("org.edit", "edited the organization setting(s): " + Changes(body, settings.Keys), organization.Id);
        if (turnedOn)
        {
            SendAway(exchange);
        }

        return Answer.Json(json => OrganizationJson.WriteDetail(json, exchange));
    }

    private static void CheckSecondFactor(Exchange exchange)
    {
        if (exchange.Token.User is not { Has2Fa: true })
        {
            exchange.Body.Mistake("require2FA", "Cannot require two-factor authentication without personal two-factor enabled.");
        }
        else if (exchange.Organization.HasAuthProvider)
        {
            exchange.Body.Mistake("require2FA", "Cannot require two-factor authentication with SSO enabled");
        }
    }

    private static string Changes(RequestBody body, IEnumerable<string> settings) => string.Join(
        ", ", settings.Concat(new[] { "name", "slug", "isEarlyAdopter", "require2FA", "defaultRole" }.Where(body.Has)));

    private static void SendAway(Exchange exchange)
    {
        foreach (var member in exchange.Organization.Members.FindAll(member => member.User is { Has2Fa: false }))
        {
            exchange.Note("member.pending", $"required member {member.Email} to setup 2FA", member.Id, member);
            (member.Email, member.Name) = (member.User!.Email, member.User.Email);
            (member.User, member.Pending, member.Expired) = (null, true, false);
        }
    }
}
