using SentryAudit.Commands.Stats;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Stats;

/// <summary>A plain member of an organization with closed membership, on a Sentry that is too old for logs.</summary>
public sealed class CountReachTests : IAsyncLifetime
{
    private SandboxServer _server = null!;
    private SentryConnection _connection = null!;
    private SandboxMember _member = null!;

    private SandboxOrganization Acme => _server.Estate.Organizations[0];

    private string[] Hidden => [.. Acme.Projects.Where(project => !project.IsWorkedOnBy(_member)).Select(project => project.Slug)];

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(new SandboxOptions { RateLimits = false, MissingCategories = ["log_item", "log_byte"] });
        Acme.Settings["openMembership"] = "false";
        _member = Acme.Members.First(member =>
            member is { OrgRole: "member", User: not null } && Acme.Projects.Exists(project => project.IsWorkedOnBy(member)));
        _connection = await _server.ConnectAsync(_server.CreateToken(_member.User!, "org:read", "project:read", "team:read"));
        _server.Requests.Clear();
    }

    public async Task DisposeAsync()
    {
        _connection.Transport.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("usage", false)]
    [InlineData("usage", true)]
    [InlineData("products", false)]
    [InlineData("event counts", false)]
    public void What_is_within_reach_is_counted_and_what_is_not_is_named_in_one_error(string what, bool lacksSummary)
    {
        if (lacksSummary)
        {
            _server.Faults.On("organizations/{org}/stats-summary/", Fault.Status(404));
        }

        var run = what switch
        {
            "usage" => CmdletRunner.Run(Usage()),
            "products" => CmdletRunner.Run(Usage(), "Feature"),
            _ => CmdletRunner.Run(new GetSentryEventCountCommand
            {
                Connection = _connection,
                Organization = [new("acme")],
                Project = [.. Acme.Projects.Select(project => new ProjectReference(project.Slug))],
            }),
        };

        var error = run.SingleError();
        Assert.Equal("SentryForbidden", error.ErrorId);
        Assert.Contains(
            $"{Hidden.Length} of {Acme.Projects.Count} projects of acme are out of this token's reach: the {what} of "
            + $"{string.Join(", ", Hidden.Order(StringComparer.Ordinal))} are unknown.",
            error.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("org:read", error.RecommendedAction, StringComparison.Ordinal);
        Assert.NotEmpty(run.Output);
        Assert.DoesNotContain(run.Output, row => row is SentryUsage usage && Hidden.Contains(usage.ProjectSlug, StringComparer.Ordinal));
    }

    [Fact]
    public void Who_reaches_no_project_is_told_so()
    {
        Acme.Projects.ForEach(project => project.Teams.Clear());

        var run = CmdletRunner.Run(Usage());

        Assert.Empty(run.Output);
        Assert.StartsWith("No project of acme is within reach of this token", run.SingleError().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("Feature")]
    public void An_organization_without_projects_has_no_rows_and_no_error(params string[] switches)
    {
        Acme.Projects.Clear();

        var run = CmdletRunner.Run(Usage(), switches);

        run.ShouldSucceed();
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Event_counts_of_an_organization_without_projects_are_zero()
    {
        Acme.Projects.Clear();

        var run = CmdletRunner.Run(new GetSentryEventCountCommand { Connection = _connection, Organization = [new("acme")] });

        run.ShouldSucceed();
        Assert.All(run.Output.Cast<SentryEventCount>(), count => Assert.Equal(0, count.Count));
    }

    [Fact]
    public void A_project_that_was_deleted_is_counted_for_the_organization_and_has_no_usage()
    {
        var gone = Acme.Projects.First(project => project.IsWorkedOnBy(_member) && project.FirstEvent is not null);
        var all = CmdletRunner.Run(Count()).Output.Cast<SentryEventCount>().Sum(count => count.Count);
        gone.Status = "pending_deletion";

        Assert.Equal(all, CmdletRunner.Run(Count()).Output.Cast<SentryEventCount>().Sum(count => count.Count));
        _server.Faults.On("organizations/{org}/stats-summary/", Fault.Status(404));
        Assert.DoesNotContain(CmdletRunner.Run(Usage()).Output.Cast<SentryUsage>(), usage => usage.ProjectSlug == gone.Slug);
    }

    [Fact]
    public void A_product_that_this_Sentry_is_too_old_to_count_is_not_called_unused()
    {
        var features = CmdletRunner.Run(Usage(), "Feature").Output.Cast<SentryFeatureUsage>().ToArray();

        Assert.All(
            features.Where(feature => feature.Feature is "logs" && feature.EverUsed is not false),
            feature => Assert.Null(feature.InUse));
        Assert.Contains(features, feature => feature is { Feature: "logs", InUse: null });
        Assert.Contains(features, feature => feature is { Feature: "profiles", InUse: false });
    }

    private GetSentryEventCountCommand Count() =>
        new() { Connection = _connection, Organization = [new("acme")], DaysBackStart = 5, DaysBackEnd = 2 };

    private GetSentryUsageCommand Usage() => new() { Connection = _connection, Organization = [new("acme")] };
}
