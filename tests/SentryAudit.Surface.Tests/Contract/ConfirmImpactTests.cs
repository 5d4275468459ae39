using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>Which cmdlets ask before each object, and why.</summary>
public sealed class ConfirmImpactTests
{
    // What stops data or alerts, or cannot be undone.
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["Deny-SentryInviteRequest"] = "The request is gone; the person has to ask again.",
        ["Disable-SentryAlertRule"] = "The rule notifies nobody.",
        ["Disable-SentryProjectKey"] = "Sentry drops the events sent with the key.",
        ["Remove-SentryAlertRule"] = "The rule is gone and notifies nobody.",
        ["Remove-SentryInventory"] = "Sentry does not know earlier states, so they can't be stored again.",
        ["Remove-SentryMember"] = "The person loses access; teams and roles are gone with the membership.",
        ["Remove-SentryProject"] = "All data of the project is gone.",
        ["Remove-SentryProjectKey"] = "Applications that use the key have to get another one.",
        ["Remove-SentryProjectTeam"] = "The people of the team are notified no more.",
        ["Remove-SentryTeam"] = "The team and who was on it are gone.",
        ["Remove-SentryTeamMember"] = "The person loses access to the projects of the team.",
        ["Set-SentryOrganization"] = "Settings apply to everybody, and some take access away at once.",
    };

    // Signing in again makes the session again, and nothing at Sentry depends on it.
    private static readonly string[] HarmlessRemovals = ["Remove-SentrySession"];

    private static readonly Type[] Changers =
        [.. CmdletTypes.Types.Where(type => CmdletTypes.Attribute(type).SupportsShouldProcess)];

    [Fact]
    public void What_does_harm_asks_and_nothing_else() =>
        Assert.Equal(
            Reasons.Keys.Order(StringComparer.Ordinal),
            Changers.Where(type => Impact(type) is ConfirmImpact.High).Select(CmdletTypes.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_removal_has_a_reason_to_ask() => Offenders.None(
        Changers
            .Where(type => CmdletTypes.Verb(type) is VerbsCommon.Remove or VerbsLifecycle.Deny or VerbsLifecycle.Disable)
            .Select(CmdletTypes.Name)
            .Except(Reasons.Keys.Concat(HarmlessRemovals)));

    [Fact]
    public void Every_other_change_at_Sentry_asks_on_request() => Offenders.None(
        Changers
            .Where(type => typeof(SentryWritingCmdlet).IsAssignableFrom(type) && !Reasons.ContainsKey(CmdletTypes.Name(type)))
            .Where(type => Impact(type) is not ConfirmImpact.Medium)
            .Select(CmdletTypes.Name));

    [Fact]
    public void Every_change_at_Sentry_can_be_forced()
    {
        var writers = Changers.Where(type => typeof(SentryWritingCmdlet).IsAssignableFrom(type)).ToArray();

        Assert.True(writers.Length >= 30);
        Offenders.None(
            writers
                .Where(type => !CmdletTypes.Parameters(type).Any(parameter => parameter is { Name: "Force", IsSwitch: true }))
                .Select(CmdletTypes.Name));
    }

    private static ConfirmImpact Impact(Type cmdlet) => CmdletTypes.Attribute(cmdlet).ConfirmImpact;
}
