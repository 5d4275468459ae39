using System.Text.Json;
using SentryAudit.Cmdlets;
using SentryAudit.Commands.ProjectKey;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Whoever has a key can send events: no cmdlet says one, whatever happens.</summary>
public sealed class ProjectKeySecrecyTests : AdministrationTest
{
    private const string Key = "projects/{org}/{project}/keys/{key}/";

    public static TheoryData<string> Cmdlets => ["New", "Set", "Disable", "Enable", "Remove"];

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void No_stream_shows_a_key(string verb)
    {
        var key = Acme.ProjectKeys.First(key => key.Project.Slug == "web-frontend").Public;
        List<RecordingPipeline> runs = [Run(verb, key, new RecordingPipeline { Consent = false })];
        foreach (var fault in new[]
        {
            Fault.Status(400, JsonSerializer.Serialize(new { detail = $"No {key} here" })),
            Fault.Status(404, JsonSerializer.Serialize(new { message = $"/keys/{key}/ not found" })),
            Fault.Redirect($"https://elsewhere.example/keys/{key}/"),
            Fault.Reset(),
            Fault.LostAnswer(),
        })
        {
            Server.Faults.Clear();
            Server.Faults.On("PUT " + Key, fault);
            Server.Faults.On("DELETE " + Key, fault);
            runs.Add(Run(verb, key, new RecordingPipeline()));
        }

        Server.Faults.Clear();
        runs.Add(Run(verb, key, new RecordingPipeline(), verb is "New" or "Remove" ? [] : ["PassThru"]));

        // Once more, when the key may be gone.
        runs.Add(Run(verb, $"https://{key}@o1.ingest.example/1", new RecordingPipeline()));

        var keys = Acme.ProjectKeys.SelectMany(known => new[] { known.Public, known.Secret }).Append(key).ToArray();
        var said = runs.SelectMany(Said).ToArray();
        Assert.NotEmpty(said);
        Assert.All(keys, secret => Assert.DoesNotContain(said, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    private RecordingPipeline Run(string verb, string key, RecordingPipeline pipeline, params string[] switches)
    {
        ProjectKeyReference[] named = [new(key)];
        SentryConnectedCmdlet cmdlet = verb switch
        {
            "New" => new NewSentryProjectKeyCommand { Organization = InAcme, Project = [new("web-frontend")] },
            "Set" => new SetSentryProjectKeyCommand { Organization = InAcme, ProjectKey = named, Label = $"Label {Server.Requests.Count}" },
            "Disable" => new DisableSentryProjectKeyCommand { Organization = InAcme, ProjectKey = named },
            "Enable" => new EnableSentryProjectKeyCommand { Organization = InAcme, ProjectKey = named },
            _ => new RemoveSentryProjectKeyCommand { Organization = InAcme, ProjectKey = named },
        };
        return Run(cmdlet, pipeline, switches);
    }

    private static IEnumerable<string> Said(RecordingPipeline run) =>
        [
            .. run.Output.SelectMany(item => new[] { JsonSerializer.Serialize(item, item.GetType()), item.ToString()! }),
            .. run.AllErrors()
                .SelectMany(error =>
                    new[] { error.ToString(), error.RecommendedAction, JsonSerializer.Serialize((error as SentryApiException)?.Detail) }
                ),
            .. run.Errors.SelectMany(error =>
                new[] { error.Target?.ToString() ?? "", JsonSerializer.Serialize(error.Target, error.Target?.GetType() ?? typeof(object)) }
            ),
            .. run.Asked.SelectMany(question => new[] { question.Target, question.Action }),
            .. run.Warnings,
            .. run.VerboseLines,
            .. run.ProgressStates.Select(state => state.ToString()),
        ];
}
