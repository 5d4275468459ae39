using System.Text.Json;
using System.Text.RegularExpressions;
using SentryAudit.Api.Stats;
using SentryAudit.Commands.Graph;
using SentryAudit.Surface.Tests.Faults;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Graph;

public sealed class GraphExportTests : SandboxTest, IClassFixture<LargeSandbox>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sentry-graph-").FullName;

    public GraphExportTests(LargeSandbox sandbox)
        : base(sandbox)
    {
    }

    private string Place => Path.Combine(_folder, "graph");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(SentryGraphFormat.Cypher, @"\{source: ")]
    [InlineData(SentryGraphFormat.GraphML, "<edge ")]
    [InlineData(SentryGraphFormat.Dot, " -> ")]
    [InlineData(SentryGraphFormat.Mermaid, @" -->\|")]
    [InlineData(SentryGraphFormat.JupiterOne, "\"_class\":\"(HAS|ASSIGNED)\"")]
    public void An_export_has_the_relationships_of_the_cmdlet(SentryGraphFormat format, string edge)
    {
        var run = CmdletRunner.Run(Create(format), "PassThru");

        run.ShouldSucceed();
        Assert.Equal(Place, Assert.Single(run.Of<FileInfo>()).FullName);
        Assert.Equal(Expected(format), Regex.Count(File.ReadAllText(Place), edge, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void CSV_is_a_folder_with_a_file_for_each_label_and_relationship()
    {
        var run = CmdletRunner.Run(Create(SentryGraphFormat.Neo4jCsv), "PassThru");

        run.ShouldSucceed();
        Assert.Equal(6 + 5 + 4, run.Output.Count);
        Assert.Equal(
            Expected(SentryGraphFormat.Neo4jCsv),
            run.Of<FileInfo>()
                .Where(file => file.Name.Contains('_', StringComparison.Ordinal))
                .Sum(file => File.ReadLines(file.FullName).Count() - 1));

        CmdletRunner.Run(Create(SentryGraphFormat.Neo4jCsv, exclude: [SentryEntityType.Release])).ShouldSucceed();
        Assert.Equal(13, Directory.GetFiles(Place).Length);
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void JupiterOne_leaves_out_what_is_unknown_and_every_end_exists()
    {
        CmdletRunner.Run(Create(SentryGraphFormat.JupiterOne)).ShouldSucceed();

        using var json = JsonDocument.Parse(File.ReadAllText(Place));
        var entities = json
            .RootElement.GetProperty("entities")
            .EnumerateArray()
            .ToDictionary(entity => entity.GetProperty("_key").GetString()!, StringComparer.Ordinal);
        var invitee = entities[$"sentry-user-{Acme.Members.First(member => member.Pending).Id}"];
        Assert.False(
            invitee.TryGetProperty("mfaEnabled", out _)
                || invitee.TryGetProperty("lastLogin", out _)
                || invitee.TryGetProperty("active", out _));
        Assert.All(entities.Values, entity => Assert.Equal("Acme Inc", entity.GetProperty("tag.AccountName").GetString()));
        Assert.All(
            json.RootElement.GetProperty("relationships").EnumerateArray().Where(edge => !edge.TryGetProperty("_mapping", out _)),
            edge =>
            {
                var (from, to) = (edge.GetProperty("_fromEntityKey").GetString()!, edge.GetProperty("_toEntityKey").GetString()!);
                Assert.True(entities.ContainsKey(from) && entities.ContainsKey(to));
                Assert.Equal(
                    $"{from}|{edge.GetProperty("_class").GetString()!.ToLowerInvariant()}|{to}",
                    edge.GetProperty("_key").GetString());
            }
        );
    }

    [Theory]
    [InlineData("403", "organizations/{org}/releases/", 1)]
    [InlineData("410 brown-out", "organizations/{org}/members/", 1)]
    [InlineData("500", "teams/{org}/{team}/members/", 5)]
    [InlineData("401", "organizations/{org}/projects/", 1)]
    public async Task A_broken_read_leaves_the_old_export_and_is_reported(string faultName, string endpoint, int skip)
    {
        var fault = LastingFault.Of(faultName);
        await File.WriteAllTextAsync(Place, "earlier");
        var connection = await Server.ConnectAsync(retries: 0);
        Server.Faults.On(endpoint, fault.Make(), skip);

        var run = CmdletRunner.Run(
            new ExportSentryGraphCommand
            {
                Connection = connection,
                Organization = [new("acme"), new("globex")],
                Path = Place,
                Format = SentryGraphFormat.Cypher,
            },
            "PassThru");

        Assert.Equal(fault.Category, run.AllErrors()[0].Category);
        Assert.True(
            run.Terminated is not null
                || run.AllErrors()[1] is { ErrorId: "SentryExportNotWritten", Category: SentryErrorCategory.InvalidResult }
        );
        Assert.Empty(run.Output);
        Assert.Equal("earlier", await File.ReadAllTextAsync(Place));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Nothing_is_replaced_that_may_not_be()
    {
        File.WriteAllText(Place, "earlier");

        Assert.Equal(
            SentryErrorCategory.ResourceExists,
            CmdletRunner.Run(Create(SentryGraphFormat.Dot), "NoClobber").TerminatingError().Category);
        Assert.Equal(SentryErrorCategory.InvalidArgument, CmdletRunner.Run(Create(SentryGraphFormat.Neo4jCsv)).TerminatingError().Category);
        CmdletRunner.Run(Create(SentryGraphFormat.Dot), new RecordingPipeline { Consent = false }).ShouldSucceed();
        File.SetAttributes(Place, FileAttributes.ReadOnly);
        Assert.Equal(SentryErrorCategory.PermissionDenied, CmdletRunner.Run(Create(SentryGraphFormat.Dot)).TerminatingError().Category);
        Assert.Equal("earlier", File.ReadAllText(Place));

        CmdletRunner.Run(Create(SentryGraphFormat.Dot), "Force").ShouldSucceed();
        Assert.StartsWith("digraph", File.ReadAllText(Place), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_other_files_is_never_replaced()
    {
        Directory.CreateDirectory(Place);
        File.WriteAllText(Path.Combine(Place, "letters.txt"), "mine");

        Assert.Equal("SentryExportNotWritten", CmdletRunner.Run(Create(SentryGraphFormat.Neo4jCsv)).TerminatingError().ErrorId);
        Assert.Equal(SentryErrorCategory.InvalidArgument, CmdletRunner.Run(Create(SentryGraphFormat.Dot)).TerminatingError().Category);
        Assert.Single(Directory.GetFiles(Place));
    }

    [Fact]
    public void A_missing_folder_is_an_error_before_anything_is_read()
    {
        var cmdlet = Create(SentryGraphFormat.Cypher);
        cmdlet.Path = Path.Combine(_folder, "no", "such", "folder", "graph");

        Assert.Equal(SentryErrorCategory.ObjectNotFound, CmdletRunner.Run(cmdlet).TerminatingError().Category);
        Assert.Empty(Server.Requests);
    }

    private int Expected(SentryGraphFormat format)
    {
        SentryRelationshipType[]? types =
            format is SentryGraphFormat.JupiterOne ? [SentryRelationshipType.Has, SentryRelationshipType.Assigned] : null;
        var edges = CmdletRunner.Run(
            new GetSentryRelationshipCommand
            {
                Connection = Connection,
                Organization = [new("acme")],
                Type = types,
            }
        ).Of<SentryRelationship>();

        // The same repository under two names is one to JupiterOne.
        return edges.Length
            - edges.Count(edge => edge.ToType == "SentryRepository")
            + Acme.Repositories.Select(repository => repository.Url)
                .Where(url => !string.IsNullOrEmpty(url))
                .Distinct(StringComparer.Ordinal)
                .Count() * (types is null ? 0 : 1);
    }

    private ExportSentryGraphCommand Create(SentryGraphFormat format, SentryEntityType[]? exclude = null) =>
        new()
        {
            Connection = Connection,
            Organization = [new("acme")],
            Path = Place,
            Format = format,
            Exclude = exclude,
            AccountName = "Acme Inc",
        };
}
