using System.Text.Json;
using SentryAudit.Commands.Organization;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Settings of an organization: what is sent, what the plan says, and what Sentry ignores.</summary>
public sealed class SetOrganizationTests : AdministrationTest
{
    [Fact]
    public void Only_what_is_asked_for_is_sent()
    {
        var run = Run(
            new SetSentryOrganizationCommand
            {
                Organization = InAcme,
                OpenMembership = false,
                StoreCrashReports = -1,
            },
            "PassThru");

        run.ShouldSucceed();
        using var body = JsonDocument.Parse(Assert.Single(Server.Requests.Writes()).Body!);
        Assert.Equal("""{"openMembership":false,"storeCrashReports":-1}""", JsonSerializer.Serialize(body));
        var now = Assert.Single(run.Of<SentryOrganization>());
        Assert.Equal((false, -1, true), (now.OpenMembership, now.StoreCrashReports, now.AllowSharedIssues));
    }

    [Fact]
    public void The_plan_has_the_old_and_the_new_values()
    {
        Acme.Settings["sensitiveFields"] = """["pin"]""";

        var run = Plan(
            new SetSentryOrganizationCommand
            {
                Organization = InAcme,
                Name = "Acme Ltd",
                OpenMembership = false,
                AllowSharedIssues = true,
                SensitiveField = ["pin", "iban"],
            }
        );

        Assert.Equal(
            (
                "acme",
                $"Change the name from {Acme.Name} to Acme Ltd, open membership from on to off, sensitive fields from pin to pin iban"),
            Assert.Single(run.Asked));
    }

    // Every parameter has a setting of its own, and no other.
    [Theory]
    [MemberData(nameof(Switches))]
    public void Each_parameter_changes_its_own_setting(string parameter, string key)
    {
        var wanted =
            key is "require2FA" ? !Globex.Require2Fa
            : key is "isEarlyAdopter" ? !Globex.IsEarlyAdopter
            : !Globex.Settings.IsOn(key);
        var cmdlet = new SetSentryOrganizationCommand { Organization = [new("globex")] };
        typeof(SetSentryOrganizationCommand).GetProperty(parameter)!.SetValue(cmdlet, wanted);

        Run(cmdlet).ShouldSucceed();

        Assert.Equal($$"""{"{{key}}":{{(wanted ? "true" : "false")}}}""", Assert.Single(Server.Requests.Writes()).Body);
    }

    public static TheoryData<string, string> Switches => new()
    {
        { nameof(SetSentryOrganizationCommand.Require2FA), "require2FA" },
        { nameof(SetSentryOrganizationCommand.OpenMembership), "openMembership" },
        { nameof(SetSentryOrganizationCommand.AllowJoinRequests), "allowJoinRequests" },
        { nameof(SetSentryOrganizationCommand.AllowSharedIssues), "allowSharedIssues" },
        { nameof(SetSentryOrganizationCommand.EnhancedPrivacy), "enhancedPrivacy" },
        { nameof(SetSentryOrganizationCommand.DataScrubber), "dataScrubber" },
        { nameof(SetSentryOrganizationCommand.DataScrubberDefaults), "dataScrubberDefaults" },
        { nameof(SetSentryOrganizationCommand.ScrubIPAddresses), "scrubIPAddresses" },
        { nameof(SetSentryOrganizationCommand.ScrapeJavaScript), "scrapeJavaScript" },
        { nameof(SetSentryOrganizationCommand.EventsMemberAdmin), "eventsMemberAdmin" },
        { nameof(SetSentryOrganizationCommand.AlertsMemberWrite), "alertsMemberWrite" },
        { nameof(SetSentryOrganizationCommand.HideAiFeatures), "hideAiFeatures" },
        { nameof(SetSentryOrganizationCommand.IsEarlyAdopter), "isEarlyAdopter" },
    };

    [Theory]
    [InlineData("a b", "'a b'")]
    [InlineData("none", "'none'")]
    [InlineData("a", "a")]
    [InlineData(null, "none")]
    public void A_list_replaces_the_one_that_is_there(string? field, string told)
    {
        Acme.Settings["safeFields"] = """["x","y"]""";
        string[] wanted = field is null ? [] : [field];

        var run = Run(new SetSentryOrganizationCommand { Organization = InAcme, SafeField = wanted }, "PassThru");

        Assert.Equal(("acme", $"Change the safe fields from x y to {told}"), Assert.Single(run.Asked));
        Assert.Equal(wanted, Assert.Single(run.Of<SentryOrganization>()).SafeFields);
        Assert.Equal(JsonSerializer.Serialize(wanted), Acme.Settings["safeFields"]);
    }

    // One field of two words is not two fields, and a field may be called as a list without any is.
    [Theory]
    [InlineData("""["a","b"]""", "a b")]
    [InlineData("[]", "none")]
    public void A_list_that_only_looks_alike_is_another(string before, string field)
    {
        Acme.Settings["sensitiveFields"] = before;

        Run(new SetSentryOrganizationCommand { Organization = InAcme, SensitiveField = [field] }).ShouldSucceed();

        Assert.Equal($"[\"{field}\"]", Acme.Settings["sensitiveFields"]);
    }

    [Fact]
    public async Task A_default_role_that_Sentry_ignores_is_an_error()
    {
        var connection = await Server.ConnectAsync(Server.CreateToken(SandboxTokenKind.User, "org:read", "org:write"), retries: 0);

        var error = Run(
                new SetSentryOrganizationCommand
                {
                    Connection = connection,
                    Organization = InAcme,
                    DefaultRole = "manager",
                }
            )
            .SingleError();
        connection.Transport.Dispose();

        Assert.Equal("SentryChangeIncomplete", error.ErrorId);
        Assert.Contains("default role", error.Message, StringComparison.Ordinal);
        Assert.Contains("rights of the token", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("member", Acme.DefaultRole);
    }

    [Fact]
    public void Roles_are_taken_in_any_case()
    {
        Run(
                new SetSentryOrganizationCommand
                {
                    Organization = InAcme,
                    DefaultRole = "Manager",
                    AttachmentsRole = " Owner ",
                    DebugFilesRole = "MANAGER",
                }
            )
            .ShouldSucceed();

        Assert.Equal(
            ("manager", "\"owner\"", "\"manager\""),
            (Acme.DefaultRole, Acme.Settings["attachmentsRole"], Acme.Settings["debugFilesRole"]));
    }

    [Theory]
    [InlineData("chief", null)]
    [InlineData(null, "chief")]
    public void A_role_that_does_not_exist_is_explained(string? defaultRole, string? attachmentsRole)
    {
        var error = Run(
                new SetSentryOrganizationCommand
                {
                    Organization = InAcme,
                    DefaultRole = defaultRole,
                    AttachmentsRole = attachmentsRole,
                }
            )
            .SingleError();

        Assert.Equal("SentryRoleUnknown", error.ErrorId);
        Assert.Contains("Get-SentryRole", error.RecommendedAction, StringComparison.Ordinal);
    }
}
