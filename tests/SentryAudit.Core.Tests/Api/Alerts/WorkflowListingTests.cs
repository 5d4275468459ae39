using SentryAudit.Core.Tests.Support;
using SentryAudit.Sources;
using static SentryAudit.Core.Tests.Support.AlertRules;

namespace SentryAudit.Core.Tests.Api.Alerts;

public sealed class WorkflowListingTests
{
    [Fact]
    public async Task Every_field_of_a_workflow_is_mapped()
    {
        var rule = await OneAsync(Current(
            """
            [{"id":"123","name":"High prio","organizationId":"2","createdBy":"280","dateCreated":"2026-03-18T20:48:55Z","enabled":true,
             "environment":"prod",
              "config":{"frequency":30},"owner":"team:45","detectorIds":["1000"],"lastTriggered":"2026-04-01T00:00:00Z",
              "triggers":{"logicType":"any-short","conditions":[],"actions":[]},
              "actionFilters":[{"logicType":"all","actions":[{"id":"4","type":"email",
              "config":{"targetType":"team","targetIdentifier":"45","targetDisplay":null}}]}]}]
            """,
            """[{"id":"1000","projectId":"3","type":"error"}]"""));

        Assert.Equal(
            ("123", "High prio", "acme", "280", "prod", "team:45"),
            (rule.Id, rule.Name, rule.OrganizationSlug, rule.CreatedBy, rule.Environment, rule.Owner));
        Assert.Equal((SentryAlertRuleKind.Issue, SentryAlertRuleSource.Workflow, "active"), (rule.Kind, rule.Source, rule.Status));
        Assert.Equal(
            (new DateTimeOffset(2026, 3, 18, 20, 48, 55, TimeSpan.Zero), new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero)),
            (rule.DateCreated, rule.LastTriggered));
        Assert.Equal(("any", "all"), (rule.ActionMatch, rule.FilterMatch));
        Assert.Equal((TimeSpan.FromMinutes(30), 1800L), (rule.Frequency, rule.FrequencySeconds));
        Assert.Equal(("web", 1, 1), (rule.ProjectSlug, rule.ProjectSlugs!.Count, rule.ActionCount));
        Assert.Equal(["email team:45"], rule.Actions!);
        Assert.Equal(["1000"], rule.ConnectedIds!);
        Assert.Equal((null, FakeTransport.ReadAt), (rule.FirstSeen, rule.LastUpdated));
    }

    [Theory]
    [InlineData("true", "active")]
    [InlineData("false", "disabled")]
    [InlineData("null", null)]
    public async Task Its_status_is_whether_it_is_enabled(string enabled, string? status) =>
        Assert.Equal(status, (await OneAsync(Current($$"""[{"id":"1","enabled":{{enabled}}}]"""))).Status);

    [Theory]
    [InlineData("""{"frequency":0}""", 0L)]
    [InlineData("""{"frequency":1440}""", 86400L)]
    [InlineData("{}", null)]
    [InlineData("null", null)]
    public async Task Its_frequency_is_in_minutes(string config, long? seconds) =>
        Assert.Equal(seconds, (await OneAsync(Current($$"""[{"id":"1","config":{{config}}}]"""))).FrequencySeconds);

    [Theory]
    [InlineData("[]", null)]
    [InlineData("""[{"logicType":"any-short"}]""", "any")]
    [InlineData("""[{"logicType":"any"},{"logicType":"any-short"}]""", "any")]
    [InlineData("""[{"logicType":"none"}]""", "none")]
    [InlineData("""[{"logicType":"all"},{"logicType":"all"}]""", "all")]
    [InlineData("""[{"logicType":"all"},{"logicType":"none"}]""", "mixed")]
    public async Task Its_filter_match_is_what_its_filters_agree_on(string filters, string? match)
    {
        var rule = await OneAsync(Current($$"""[{"id":"1","actionFilters":{{filters}}}]"""));

        Assert.Equal((match, null), (rule.FilterMatch, rule.ActionMatch));
    }

    [Theory]
    [InlineData("""{"type":"slack","config":{"targetType":"specific","targetIdentifier":"C01","targetDisplay":"#ops"}}""", "slack #ops")]
    [InlineData("""{"type":"email","config":{"targetType":"issue_owners","targetIdentifier":""}}""", "email issue_owners")]
    [InlineData("""{"type":"email","config":{"targetType":"user","targetIdentifier":280}}""", "email user:280")]
    [InlineData("""{"type":"plugin","config":{}}""", "plugin")]
    [InlineData("""{"type":"webhook"}""", "webhook")]
    [InlineData(
        """{"type":"webhook","config":{"targetDisplay":"https://hooks.acme.io/services/hush"}}""",
        "webhook https://hooks.acme.io/(hidden)"
    )]
    [InlineData("""{"name":"Call https://hooks.acme.io/?token=hush"}""", "Call https://hooks.acme.io/(hidden)")]
    public async Task Its_actions_are_short_texts(string action, string text) =>
        Assert.Equal(
            [text],
            (await OneAsync(Current($$"""[{"id":"1","actionFilters":[{"logicType":"any","actions":[{{action}}]}]}]"""))).Actions!);

    [Fact]
    public async Task Actions_of_triggers_and_of_all_filters_count()
    {
        var rule = await OneAsync(Current("""
            [{"id":"1","triggers":{"actions":[{"type":"a"}]},
              "actionFilters":[{"actions":[{"type":"b"},{"type":"c"}]},{"actions":[]}]}]
            """));

        Assert.Equal(["b", "c", "a"], rule.Actions!);
        Assert.Equal(3, rule.ActionCount);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""[{"actions":[{"type":"b"}]},{"actions":null}]""")]
    [InlineData("""[{"actions":[{"type":"b"},null]}]""")]
    [InlineData("""[{"actions":[{"type":"b"}]},null]""")]
    public async Task With_one_list_of_actions_unknown_nobody_knows_how_many_there_are(string filters)
    {
        var rule = await OneAsync(Current($$"""[{"id":"1","actionFilters":{{filters}}}]"""));

        Assert.Null(rule.Actions);
        Assert.Null(rule.ActionCount);
    }

    [Theory]
    [InlineData("[]", "", null)] // attached to nothing: kept and visible
    [InlineData("null", null, null)] // not told
    [InlineData("""["1",null]""", null, null)]
    [InlineData("""["1"]""", "web", "web")]
    [InlineData("""["1","2"]""", "web", "web")] // two detectors of one project
    [InlineData("""["1","3"]""", "api, web", null)] // several projects: no single one
    [InlineData("[1]", "web", "web")]
    public async Task Its_projects_are_those_of_its_detectors(string detectorIds, string? projects, string? only)
    {
        var rule = await OneAsync(
            Current(
                $$"""[{"id":"1","detectorIds":{{detectorIds}}}]""",
                """
                [{"id":"1","projectId":3,"type":"error"},{"id":"2","projectId":"3","type":"error"},
                 {"id":"3","projectId":"4","type":"error"}]
                """
            ));

        Assert.Equal((projects, only), (rule.ProjectSlugs?.ToString(), rule.ProjectSlug));
    }

    [Theory]
    [InlineData("""[{"id":"1","projectId":"3","type":"error"},{"id":"2","projectId":"99","type":"x"}]""")] // a project that is not listed
    [InlineData("""[{"id":"1","projectId":"3","type":"error"}]""")] // a detector that is not listed
    public async Task Where_a_detector_cannot_be_resolved_the_projects_are_unknown_not_fewer(string detectors)
    {
        var rule = await OneAsync(Current("""[{"id":"1","detectorIds":["1","2"]}]""", detectors));

        Assert.Null(rule.ProjectSlugs);
        Assert.Null(rule.ProjectSlug);
    }

    [Fact]
    public async Task A_detector_of_no_project_adds_none() =>
        Assert.Equal(
            "web",
            (
                await OneAsync(
                    Current(
                        """[{"id":"1","detectorIds":["1","2"]}]""",
                        """[{"id":"1","projectId":"3","type":"error"},{"id":"2","projectId":null,"type":"error"}]"""))
            ).ProjectSlug);

    [Fact]
    public async Task Requests_ask_for_all_projects_at_the_region_and_for_each_detector_once()
    {
        var transport = Current(
            """[{"id":"1","detectorIds":["1","2"]},{"id":"2","detectorIds":["2"]}]""",
            """[{"id":"1","projectId":"3","type":"error"},{"id":"2","projectId":"4","type":"error"}]"""
        );

        await ListAsync(transport);

        Assert.Equal("project=-1&per_page=100", transport.RequestsTo(Workflows).Single().QueryText());
        Assert.Equal("project=-1&id=1&id=2&per_page=100", transport.RequestsTo(Detectors).Single().QueryText());
        Assert.Single(transport.RequestsTo(ProjectList));
        Assert.All(transport.Requests, request => Assert.Equal(Estate.Region, request.Host));
    }

    [Fact]
    public async Task A_selection_of_projects_is_sent_and_what_is_attached_to_none_of_them_left_out()
    {
        var transport = Current(
            """[{"id":"1","detectorIds":["1"]},{"id":"2","detectorIds":[]},{"id":"3","detectorIds":["2"]}]""",
            """[{"id":"1","projectId":"3","type":"error"},{"id":"2","projectId":"4","type":"error"}]"""
        );

        var rules = await ListAsync(transport, projects: new ProjectSelection([Estate.Project("3", "WEB")]));

        Assert.Equal(["1"], rules.Select(rule => rule.Id));
        Assert.Equal("project=3&per_page=100", transport.RequestsTo(Workflows).Single().QueryText());
    }

    [Fact]
    public async Task Without_workflows_nothing_else_is_asked()
    {
        var transport = Current("[]");

        Assert.Empty(await ListAsync(transport));
        Assert.Equal([Workflows], transport.Requests.Select(request => request.Path));
    }
}
