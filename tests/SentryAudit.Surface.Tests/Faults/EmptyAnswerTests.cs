using SentryAudit.Commands.AuthProvider;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Faults;

/// <summary>Answers of 200 without what was asked for: an error, and nothing that looks like "none".</summary>
public sealed class EmptyAnswerTests(LargeSandbox sandbox) : SandboxTest(sandbox), IClassFixture<LargeSandbox>
{
    private static readonly OrganizationReference[] First = [new("acme")];

    [Theory]
    [InlineData("api -Paginate", "IncompleteListing")]
    [InlineData("feedback: reports", "SentryInvalidResponse")]
    [InlineData("team members: members", "SentryInvalidResponse")]
    [InlineData("access: members", "SentryInvalidResponse")]
    [InlineData("deploys", "SentryInvalidResponse")]
    [InlineData("entries: events of a project", "SentryInvalidResponse")]
    public void An_empty_answer_is_no_empty_list(string name, string errorId)
    {
        Server.Faults.On(ResourceCall.Of(name).Endpoint, Fault.Empty(200));

        var run = ResourceCall.Of(name).Run(Connection, Acme);

        Assert.Equal(errorId, Assert.Single(ResourceCall.ErrorsOf(run)).ErrorId);
        Assert.DoesNotContain(run.Output, item => item is not SentryUserFeedback { Source: SentryFeedbackSource.Widget });
    }

    [Fact]
    public void An_answer_without_content_means_no_single_sign_on()
    {
        var none = Server.Faults.On("organizations/{org}/auth-provider/", Fault.Empty(204), times: 1);
        var run = CmdletRunner.Run(new GetSentryAuthProviderCommand { Connection = Connection, Organization = First });
        run.ShouldSucceed();
        Assert.Empty(run.Output);
        Assert.Equal(1, none.Applied);
        Assert.Contains(run.VerboseLines, line => line.Contains("has no single sign-on", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("[]")]
    public void Any_other_empty_body_is_no_answer(string? body)
    {
        foreach (
            var name in new[]
            {
                "single sign-on",
                "roles",
                "team members: roles",
                "access: roles",
                "entries: place of an event",
                "entries: an event",
            }
        )
        {
            Server.Faults.Clear();
            Server.Faults.On(ResourceCall.Of(name).Endpoint, Fault.Status(200, body));
            var run = ResourceCall.Of(name).Run(Connection, Acme);
            Assert.Empty(run.Output);
            Assert.Equal((name, "SentryInvalidResponse"), (name, Assert.Single(ResourceCall.ErrorsOf(run)).ErrorId));
        }
    }

    [Theory]
    [InlineData("roles", "SentryRolesUnknown")]
    [InlineData("team members: roles", "SentryRolesUnknown")]
    [InlineData("access: roles", "SentryRolesUnknown")]
    [InlineData("entries: place of an event", "SentryInvalidResponse")]
    [InlineData("entries: an event", "SentryInvalidResponse")]
    public void A_thin_body_is_an_error(string name, string errorId)
    {
        Server.Faults.On(ResourceCall.Of(name).Endpoint, Fault.Status(200, """{"id":"1","slug":"acme"}"""));

        var run = ResourceCall.Of(name).Run(Connection, Acme);

        Assert.Empty(run.Output);
        Assert.Equal(errorId, Assert.Single(ResourceCall.ErrorsOf(run)).ErrorId);
    }

    private static string ErrorId(ResourceCall call, LastingFault fault, int skip) => (call.Name, fault.Name, skip) switch
    {
        (_, _, > 0) => "IncompleteListing",
        ("deploys" or "entries: place of an event" or "entries: an issue" or "entries: an event", "404", _) => "SentryObjectNotFound",
        _ => fault.ErrorId,
    };
}
