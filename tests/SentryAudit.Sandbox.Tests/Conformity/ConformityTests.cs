using System.Net;
using NJsonSchema;
using NJsonSchema.Validation;
using SentryAudit.Sandbox.Endpoints;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests.Conformity;

/// <summary>The sandbox's real answers against Sentry's official OpenAPI document.</summary>
public sealed class ConformityTests : SandboxTest
{
    /// <summary>Asks for all there is: every project, whatever its state, with every optional part, counted by category.</summary>
    private const string Everything =
        "?project=-1&status=&query=&expand=projects&expand=settings&expand=inbox&expand=owners&expand=sessions&expand=integrationIssues"
        + "&expand=sentryAppIssues&expand=latestEventHasAttachments&field=sum(quantity)&groupBy=outcome&groupBy=category&interval=1d";

    public static TheoryData<string> Templates =>
        new(EndpointTable.All.Where(endpoint => endpoint.Method is "GET").Select(endpoint => endpoint.Template));

    public static TheoryData<int> Deviations => new(Enumerable.Range(0, KnownDeviations.All.Count));

    [OpenApiTheory]
    [MemberData(nameof(Templates))]
    public async Task Answers_fit_the_document(string template)
    {
        var name = OpenApiDocument.NameOf(template);
        if (await OpenApiDocument.ResponseSchemaAsync(name, KnownDeviations.Of(template)) is not { } schema)
        {
            Assert.Contains(template, Undocumented.Templates);
            return;
        }

        foreach (var path in Paths(template))
        {
            var errors = await ErrorsAsync(schema, path);
            var reasons = errors.SelectMany(Explain).Distinct(StringComparer.Ordinal).Take(20);
            Assert.True(errors.Count == 0, path + "\n" + string.Join('\n', reasons));
        }
    }

    /// <summary>Without the deviation some answer must fail, or the document was mended, or nothing odd enough is seeded.</summary>
    [OpenApiTheory]
    [MemberData(nameof(Deviations))]
    public async Task Every_known_deviation_is_needed(int index)
    {
        var deviation = KnownDeviations.All[index];
        var others = KnownDeviations.Of(deviation.Endpoint).Where(other => other != deviation);
        var schema = await OpenApiDocument.ResponseSchemaAsync(OpenApiDocument.NameOf(deviation.Endpoint), others);
        Assert.NotNull(schema);

        var errors = 0;
        foreach (var path in Paths(deviation.Endpoint))
        {
            errors += (await ErrorsAsync(schema, path)).Count;
        }

        Assert.NotEqual(0, errors);
    }

    private async Task<ICollection<ValidationError>> ErrorsAsync(JsonSchema schema, string path)
    {
        var answer = await Api.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return schema.Validate(answer.Text);
    }

    /// <summary>Every object an endpoint can be asked for, so that each odd one is checked too.</summary>
    private IEnumerable<string> Paths(string template)
    {
        if (EventPaths(template) is { } events)
        {
            return events.Select(path => path + Everything);
        }

        if (template is "projects/{org}/{project}/keys/{key}/")
        {
            return Acme.ProjectKeys.Select(key => $"projects/acme/{key.Project.Slug}/keys/{key.Public}/");
        }

        var path = template.Replace("{org}", Acme.Slug, StringComparison.Ordinal);
        var values = path switch
        {
            _ when path.Contains("{member}", StringComparison.Ordinal) => Acme.Members.Select(member => member.Id),
            _ when path.Contains("{team}", StringComparison.Ordinal) => Acme.Teams.Select(team => team.Slug),
            _ when path.Contains("{project}", StringComparison.Ordinal) => Acme.Projects.Select(project => project.Slug),
            _ when path.Contains("{version}", StringComparison.Ordinal) => Acme.Releases
                .Select(release => Uri.EscapeDataString(release.Version)),
            _ when path.Contains("{workflow}", StringComparison.Ordinal) => Acme.Workflows.Select(workflow => workflow.Id),
            _ when path.Contains("{issue}", StringComparison.Ordinal) => Acme.Issues.Select(issue => issue.Id),
            _ when path.Contains("{detector}", StringComparison.Ordinal) => Acme.Detectors.Select(detector => detector.Id),
            _ => [""],
        };
        return values.Select(value => Placeholder(path, value) + Everything);
    }

    /// <summary>Events are named by their issue, or by their project and themselves: two names in one path.</summary>
    private IEnumerable<string>? EventPaths(string template) => template switch
    {
        "organizations/{org}/issues/{issue}/events/{event}/" => Acme.Issues.Where(issue => !issue.EventsExpired)
            .SelectMany(_ => new[] { "latest", "oldest" }, (issue, which) => $"organizations/acme/issues/{issue.Id}/events/{which}/"),
        "projects/{org}/{project}/events/{event}/" => Acme.UserReports.Where(report => report.Issue is { EventsExpired: false })
            .Select(report => $"projects/acme/{report.Project.Slug}/events/{report.EventId}/"),
        "organizations/{org}/eventids/{event}/" => Acme.UserReports.Where(report => report.Issue is { EventsExpired: false })
            .Select(report => $"organizations/acme/eventids/{report.EventId}/"),
        _ => null,
    };

    private static string Placeholder(string path, string value)
    {
        var start = path.IndexOf('{', StringComparison.Ordinal);
        return start < 0 ? path : path[..start] + value + path[(path.IndexOf('}', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>The innermost reasons: that none of several alternatives fits says nothing yet.</summary>
    internal static IEnumerable<string> Explain(ValidationError error) => error is ChildSchemaValidationError { Errors: var inner }
        ? inner.SelectMany(alternative => alternative.Value).SelectMany(Explain)
        : [$"{error.Kind} {error.Path}"];
}
