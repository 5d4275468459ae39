using System.Globalization;
using NJsonSchema;
using SentryAudit.Sandbox.Endpoints;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests.Conformity;

/// <summary>The sandbox's writes against Sentry's official OpenAPI document: what they take, what they answer, with which status.</summary>
public sealed class WriteConformityTests : SandboxTest
{
    public static TheoryData<string> Undescribed => new(Undocumented.Writes);

    public static TheoryData<int> Examples => new(Enumerable.Range(0, WriteExamples.All.Count));

    [OpenApiTheory]
    [MemberData(nameof(Examples))]
    public async Task Writes_fit_the_document(int index)
    {
        var example = WriteExamples.All[index];
        var deviations = KnownWriteDeviations.All.Where(deviation => deviation.Endpoint == example.Endpoint).ToList();
        Assert.Contains(example.Status.ToString(CultureInfo.InvariantCulture), OpenApiDocument.Statuses(example.Method, example.Template));
        if (
            await OpenApiDocument.RequestSchemaAsync(example.Method, example.Template, deviations) is { } request
            && example.Body is not null)
        {
            AssertFits(request, example.Body, "request");
        }

        var answer = await Api.SendAsync(example.Method, PathOf(example), example.Body);

        Assert.Equal(example.Status, (int)answer.Status);
        if (await OpenApiDocument.ResponseSchemaAsync(example.Method, example.Template, example.Status, deviations) is { } schema)
        {
            AssertFits(schema, answer.Text, "answer");
        }
        else
        {
            Assert.Equal("", answer.Text);
        }
    }

    [OpenApiTheory]
    [MemberData(nameof(Undescribed))]
    public void What_has_no_example_is_not_described(string write)
    {
        var words = write.Split(' ');

        Assert.Empty(OpenApiDocument.Statuses(words[0], OpenApiDocument.NameOf(words[1])));
    }

    [Fact]
    public void Every_write_has_an_example_unless_it_is_not_described()
    {
        var writes = EndpointTable
            .All.Where(endpoint => endpoint.Method is not "GET")
            .Select(endpoint => $"{endpoint.Method} {endpoint.Template}");
        var known = WriteExamples.All.Select(example => example.Endpoint).Distinct(StringComparer.Ordinal).Concat(Undocumented.Writes);

        Assert.Equal(known.Order(StringComparer.Ordinal), writes.Order(StringComparer.Ordinal));
    }

    private static void AssertFits(JsonSchema schema, string json, string what)
    {
        var errors = schema.Validate(json);
        var reasons = errors.SelectMany(ConformityTests.Explain).Distinct(StringComparer.Ordinal).Take(20);
        Assert.True(errors.Count == 0, what + "\n" + string.Join('\n', reasons));
    }

    private string PathOf(WriteExample example) => example.Path
        .Replace("{key}", Acme.ProjectKeys[0].Public, StringComparison.Ordinal)
        .Replace("{version}", Uri.EscapeDataString(Acme.Releases[0].Version), StringComparison.Ordinal);
}
