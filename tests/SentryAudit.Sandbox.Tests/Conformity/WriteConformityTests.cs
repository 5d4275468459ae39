using System.Globalization;
using NJsonSchema;
using SentryAudit.Sandbox.Endpoints;
using SentryAudit.Sandbox.Tests.Support;

namespace SentryAudit.Sandbox.Tests.Conformity;

/// <summary>The sandbox's writes against Sentry's official OpenAPI document: what they take, what they answer, with which status.</summary>
public sealed class WriteConformityTests : SandboxTest
{
    public static TheoryData<int> Examples => new(Enumerable.Range(0, WriteExamples.All.Count));

    [OpenApiTheory]
    [MemberData(nameof(Examples))]
    public async Task Writes_fit_the_document(int index)
    {
        var example = WriteExamples.All[index];
        var deviations = KnownWriteDeviations.All.Where(deviation => deviation.Endpoint == example.Endpoint).ToList();
        Assert.Contains(example.Status.ToString(CultureInfo.InvariantCulture), OpenApiDocument.Statuses(example.Method, example.Template));
        if (await OpenApiDocument.RequestSchemaAsync(example.Method, example.Template, deviations) is { } request && example.Body is not null)
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

    /// <summary>Whatever the sandbox can write is exemplified, unless Sentry does not describe it.</summary>
    [OpenApiTheory]
    [InlineData("")]
    public void Every_write_has_an_example(string prefix)
    {
        var writes = EndpointTable.All.Where(endpoint => endpoint.Method is not "GET").Select(endpoint => $"{prefix}{endpoint.Method} {endpoint.Template}");
        var missing = writes.Except(WriteExamples.All.Select(example => example.Endpoint), StringComparer.Ordinal).ToList();

        Assert.Equal(Undocumented.Writes.Order(StringComparer.Ordinal), missing.Order(StringComparer.Ordinal));
        Assert.All(missing, write => Assert.Empty(OpenApiDocument.Statuses(write.Split(' ')[0], OpenApiDocument.NameOf(write.Split(' ')[1]))));
    }

    private static void AssertFits(JsonSchema schema, string json, string what)
    {
        var errors = schema.Validate(json);
        Assert.True(errors.Count == 0, what + "\n" + string.Join('\n', errors.SelectMany(ConformityTests.Explain).Distinct(StringComparer.Ordinal).Take(60)));
    }

    private string PathOf(WriteExample example) => example.Path
        .Replace("{key}", Acme.ProjectKeys[0].Public, StringComparison.Ordinal)
        .Replace("{version}", Uri.EscapeDataString(Acme.Releases[0].Version), StringComparison.Ordinal);
}
