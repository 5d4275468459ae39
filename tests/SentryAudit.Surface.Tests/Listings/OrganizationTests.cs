using SentryAudit.Commands.Organization;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Listings;

public sealed class OrganizationTests(SandboxFixture sandbox) : SandboxTest(sandbox), IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData("acme", "acme")]
    [InlineData("ACME", "acme")]
    [InlineData("4504096", "acme")]
    [InlineData("*", "acme globex")]
    [InlineData("glo*", "globex")]
    [InlineData("[a-b]*", "acme")]
    [InlineData("nothing*", "")]
    public void A_key_filters(string key, string expected) =>
        Assert.Equal(
            expected,
            Slugs(Get<SentryOrganization>(new GetSentryOrganizationCommand { Connection = Connection, Organization = [new(key)] })));

    [Fact]
    public void An_object_is_a_key()
    {
        var all = Get<SentryOrganization>(new GetSentryOrganizationCommand { Connection = Connection });

        Assert.Equal(
            "globex",
            Slugs(
                Get<SentryOrganization>(
                    new GetSentryOrganizationCommand
                    {
                        Connection = Connection,
                        Organization = [new(all.Single(one => one.Slug == "globex"))],
                    }
                )));
    }

    [Fact]
    public void An_unknown_slug_is_an_error_and_the_others_are_listed()
    {
        var run = Run(new GetSentryOrganizationCommand { Connection = Connection, Organization = [new("nobody"), new("acme")] });

        Assert.Equal("acme", Slugs(run.Of<SentryOrganization>()));
        Assert.Equal(("SentryObjectNotFound", SentryErrorCategory.ObjectNotFound), (run.SingleError().ErrorId, run.SingleError().Category));
        Assert.Equal("nobody", run.Errors[0].Target);
    }

    [Fact]
    public void The_list_has_the_fields_of_the_schema_and_not_the_settings()
    {
        var acme = Get<SentryOrganization>(new GetSentryOrganizationCommand { Connection = Connection }).Single(one => one.Slug == "acme");

        Assert.Equal((Acme.Id, Acme.Name, Acme.Status, Acme.DateCreated), (acme.Id, acme.Name, acme.Status, acme.DateCreated!.Value));
        Assert.Equal(
            (Acme.Require2Fa, Acme.IsEarlyAdopter, Acme.HasAuthProvider),
            (acme.Require2FA, acme.IsEarlyAdopter, acme.HasAuthProvider));
        Assert.Equal(Server.RegionUris[0], acme.RegionUrl);
        Assert.Null(acme.DefaultRole);
        Assert.Null(acme.OpenMembership);
        Assert.Null(acme.FirstSeen);
        Assert.Equal(TimeSpan.Zero, acme.LastUpdated.Offset);
    }

    [Fact]
    public void Detailed_reads_the_settings_with_one_call_each_at_the_region()
    {
        var all = Get<SentryOrganization>(new GetSentryOrganizationCommand { Connection = Connection }, "Detailed");

        Assert.All(all, one => Assert.Equal("member", one.DefaultRole));
        Assert.All(all, one => Assert.True(one.OpenMembership));
        Assert.All(all, one => Assert.False(one.EnhancedPrivacy));
        var calls = Server.Requests.To("organizations/{org}/");
        Assert.Equal(2, calls.Count);
        Assert.All(calls, call => Assert.Contains("detailed=0", call.Query, StringComparison.Ordinal));
        Assert.Equal(Server.RegionUris.Select(uri => uri.Port).Order(), calls.Select(call => call.Port).Order());
    }

    [Fact]
    public async Task An_answer_without_the_settings_leaves_them_unknown()
    {
        // Sentry gives the settings only with org:read, but the organization itself to any token of a member.
        var connection = await Server.ConnectAsync(Server.CreateToken(SandboxTokenKind.User, "org:read"));
        Server.Faults.On(
            "organizations/{org}/",
            Fault.Status(200, """{"id":"4504096","slug":"acme","name":"Acme","status":{"id":"active","name":"active"}}"""));

        var acme = Assert.Single(
            Get<SentryOrganization>(new GetSentryOrganizationCommand { Connection = connection, Organization = [new("acme")] }, "Detailed")
        );

        foreach (
            var setting in typeof(SentryOrganization)
                .GetProperties()
                .SkipWhile(property => property.Name != "DefaultRole")
                .TakeWhile(property => property.Name != "OrganizationSlug"))
        {
            Assert.Null(setting.GetValue(acme));
        }
    }

    [Fact]
    public void A_failure_to_read_one_organizations_settings_leaves_the_others()
    {
        Server.Faults.On("organizations/{org}/", Fault.Empty(403), times: 1);

        var run = Run(new GetSentryOrganizationCommand { Connection = Connection }, "Detailed");

        Assert.Single(run.Output);
        Assert.Equal(SentryErrorCategory.PermissionDenied, run.SingleError().Category);
    }

    [Fact]
    public void Pipeline_input_costs_one_listing()
    {
        var run = CmdletRunner.Pipe(["globex", "acme"], new GetSentryOrganizationCommand { Connection = Connection });

        Assert.Equal("acme globex", Slugs(run.Of<SentryOrganization>()));
        Assert.Single(Server.Requests);
    }

    private static string Slugs(IEnumerable<SentryOrganization> found) =>
        string.Join(' ', found.Select(one => one.Slug).Order(StringComparer.Ordinal));
}
