using SentryAudit.Api.Stats;
using SentryAudit.Commands.Graph;
using SentryAudit.Surface.Tests.Faults;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Graph;

public sealed class RelationshipTests(LargeSandbox sandbox) : SandboxTest(sandbox), IClassFixture<LargeSandbox>
{
    private static readonly string[] Ingredients =
    [
        "organizations/{org}/",
        "organizations/{org}/teams/",
        "organizations/{org}/projects/",
        "teams/{org}/{team}/members/",
        "organizations/{org}/members/",
        "organizations/{org}/workflows/",
        "organizations/{org}/releases/",
    ];

    public static TheoryData<string, string> Matrix
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var endpoint in Ingredients)
            {
                foreach (var fault in new[] { "403", "410 brown-out", "500", "truncated JSON" }.Where(LastingFault.Names.Contains))
                {
                    data.Add(endpoint, fault);
                }
            }

            return data;
        }
    }

    [Fact]
    public void Without_Type_they_are_those_of_Cartography()
    {
        var edges = Get<SentryRelationship>(Create());

        var owners = Acme.Members.Where(member => member.OrgRole == "owner").ToArray();
        var listed = Acme
            .Teams.SelectMany(team => team.Memberships.Select(place => (Team: team, Place: place)))
            .Where(row => row.Place.Member.OrgRole != "owner")
            .ToArray();
        Assert.Equal(
            Acme.Teams.Count
                + Acme.Members.Count
                + Acme.Projects.Count
                + Acme.Workflows.Count
                + Acme.Releases.Count(release => release.Status == "open"),
            Count(edges, SentryRelationshipType.Resource));
        Assert.Equal((owners.Length * Acme.Teams.Count) + listed.Length, Count(edges, SentryRelationshipType.MemberOf));
        Assert.Equal(
            (owners.Length * Acme.Teams.Count) + listed.Count(row => row.Place.Role == "admin"),
            Count(edges, SentryRelationshipType.AdminOf));
        Assert.Equal(Acme.Projects.Sum(project => project.Teams.Count), Count(edges, SentryRelationshipType.HasTeam));
        Assert.Equal(0, Count(edges, SentryRelationshipType.Has) + Count(edges, SentryRelationshipType.Assigned));
        Assert.Equal(edges.Length, edges.DistinctBy(edge => (edge.FromType, edge.FromId, edge.Type, edge.ToType, edge.ToId)).Count());
    }

    [Fact]
    public void A_rule_has_an_edge_from_each_of_its_projects_and_one_as_a_resource()
    {
        var edges = Get<SentryRelationship>(Create(SentryRelationshipType.HasRule, SentryRelationshipType.Resource))
            .Where(edge => edge.ToType == "SentryAlertRule")
            .ToLookup(edge => edge.ToId);

        var sizes = edges.Select(rule => rule.Count(edge => edge.Type is SentryRelationshipType.HasRule)).ToArray();
        Assert.All(edges, rule => Assert.Single(rule, edge => edge.Type is SentryRelationshipType.Resource));
        Assert.Contains(0, sizes);
        Assert.Contains(sizes, size => size > 1);
    }

    [Fact]
    public void Only_what_is_wanted_is_read_and_nothing_member_by_member()
    {
        Get<SentryRelationship>(Create(SentryRelationshipType.MemberOf));

        Assert.Empty(Server.Requests.To("organizations/{org}/releases/"));
        Assert.Empty(Server.Requests.To("organizations/{org}/projects/"));
        Assert.Equal(Acme.Teams.Count(team => team.Memberships.Count <= 100), Server.Requests.To("teams/{org}/{team}/members/").Count);
    }

    [Fact]
    public void Those_of_JupiterOne_are_HAS_and_ASSIGNED()
    {
        var run = CmdletRunner.Run(Create(SentryRelationshipType.Has, SentryRelationshipType.Assigned));

        // One member has a role that the sandbox does not list.
        Assert.Equal("SentryRelationshipUnknown", run.SingleError().ErrorId);
        var edges = run.Of<SentryRelationship>();
        var kinds = edges
            .GroupBy(edge => $"{edge.FromType} {edge.Type} {edge.ToType}", StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        Assert.Equal(Acme.Teams.Sum(team => team.Memberships.Count), kinds["SentryTeam Has SentryUser"]);
        Assert.Equal(Acme.Projects.Sum(project => project.Teams.Count), kinds["SentryTeam Assigned SentryProject"]);
        Assert.Equal(Acme.Members.Count, kinds["SentryOrganization Has SentryUser"]);
        Assert.Equal(1, kinds["SentryOrganization Has SentryService"]);
        Assert.Equal(5, kinds["SentryOrganization Has SentryRole"]);
        Assert.True(kinds.ContainsKey("SentryUser Assigned SentryRole") && kinds.ContainsKey("SentryOrganization Has SentryRepository"));
    }

    [Fact]
    public void Effective_access_counts_managers_and_says_whose_role_is_unknown()
    {
        var run = CmdletRunner.Run(Create(SentryRelationshipType.MemberOf, SentryRelationshipType.AdminOf), "EffectiveAccess");

        var manager = Acme.Members.First(member => member.OrgRole == "manager");
        Assert.Equal(2 * Acme.Teams.Count, run.Of<SentryRelationship>().Count(edge => edge.FromId == manager.Id));
        Assert.Equal("SentryRelationshipUnknown", run.SingleError().ErrorId);
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task What_can_not_be_read_is_an_error(string endpoint, string fault)
    {
        var connection = await Server.ConnectAsync(retries: 0);
        Server.Faults.On(endpoint, LastingFault.Of(fault).Make());

        var run = CmdletRunner.Run(new GetSentryRelationshipCommand { Connection = connection, Organization = [new("acme")] });

        Assert.Equal(LastingFault.Of(fault).Category, run.SingleError().Category);
    }

    private static int Count(SentryRelationship[] edges, SentryRelationshipType type) => edges.Count(edge => edge.Type == type);

    private GetSentryRelationshipCommand Create(params SentryRelationshipType[] types) =>
        new()
        {
            Connection = Connection,
            Organization = [new("acme")],
            Type = types.Length == 0 ? null : types,
        };
}
