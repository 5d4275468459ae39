using System.Management.Automation;
using SentryAudit.Audits.Graph;
using SentryAudit.Cmdlets;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Pipeline;

namespace SentryAudit.Commands.Graph;

/// <summary>Exports organizations as a graph: to Neo4j, GraphML tools, JupiterOne, Mermaid or Graphviz.</summary>
[Cmdlet(VerbsData.Export, "SentryGraph", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
[RequiresScope("org:read")]
[RequiresScope("team:read")]
[RequiresScope("member:read")]
[RequiresScope("project:read", "project:releases", "org:ci")]
[RequiresScope("alerts:read", "org:read")]
public sealed class ExportSentryGraphCommand : SentryOrganizationCmdlet
{
    private GraphExport? _export;
    private string? _place;
    private bool _isRead;
    private bool _isTold;

    /// <summary>The file to write, or the folder for Neo4jCsv. It is taken as it is, without wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>What to write.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateSet("Cypher", "Neo4jCsv", "GraphML", "JupiterOne", "Mermaid", "Dot")]
    public SentryGraphFormat Format { get; set; }

    /// <summary>Kinds of object to leave out, with all their relationships. They are not read either.</summary>
    [Parameter]
    [ValidateSet("Team", "Member", "Project", "Release", "AlertRule", "Role", "Repository")]
    [ValidateNotNullOrEmpty]
    public SentryEntityType[]? Exclude { get; set; }

    /// <summary>For JupiterOne: value of tag.AccountName on every entity.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AccountName { get; set; }

    /// <summary>Teams as people really reach and administer them, by the roles Sentry tells.</summary>
    [Parameter]
    public SwitchParameter EffectiveAccess { get; set; }

    /// <summary>Replaces a read-only file too.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Refuses to replace what exists.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Returns the files written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private HashSet<GraphNodeKind> Excluded => [.. (Exclude ?? []).Select(type => Enum.Parse<GraphNodeKind>(type.ToString()))];

    private protected override async Task BeginAsync(CancellationToken cancellationToken)
    {
        await base.BeginAsync(cancellationToken);
        try
        {
            var place = ExportPlace.Resolve(SessionState, Path!);
            ExportPlace.Check(place, Format, IsOn(Force), IsOn(NoClobber));
            if (Pipeline.ShouldProcess(place, $"Export graph as {Format}"))
            {
                _place = place;
            }
        }
        catch (SentryException error)
        {
            Pipeline.Terminate(error, Path);
        }
    }

    private protected override IEnumerable<EntityReference> CollectKeys() => [];

    private protected override IEnumerable<EntityReference> UnmatchedKeys => [];

    private protected override async Task ReadAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        // What is read after a failure would not be written.
        if (_place is null || IsIncomplete)
        {
            return;
        }

        var types = Format is SentryGraphFormat.JupiterOne ? GraphSelection.JupiterOne : GraphSelection.Cartography;
        var reader = new GraphReader(Source, new GraphSelection(types, Excluded, IsOn(EffectiveAccess)));
        var progress = new ListingProgress(Pipeline, Clock, $"Exporting the graph of {organization}");
        try
        {
            _export ??= new GraphExport(Format, _place, Excluded, AccountName);
            await foreach (var element in reader.ReadAsync(organization, cancellationToken))
            {
                progress.Count();
                _export.Write(element);
            }
        }
        catch (SentryException error) when (error.ErrorId == GraphExport.NotWrittenId)
        {
            _isTold = true;
            throw;
        }
        finally
        {
            progress.Complete();
        }

        _isRead = true;
        if (reader.Doubts.ToException(organization.Slug) is { } doubts)
        {
            Pipeline.Warn(doubts.Message);
        }
    }

    private protected override void Finish()
    {
        if (_place is null || _isTold)
        {
            return;
        }

        if (IsIncomplete || !_isRead)
        {
            var reason = IsIncomplete ? "the reading broke off, and a part would read as the whole" : "there is no organization to export";
            Report(GraphExport.NotWritten(_place, reason, SentryErrorCategory.InvalidResult, "Remove the cause and run it again, or leave out what can't be read with -Exclude. What stood there before is unchanged."), _place);
            return;
        }

        try
        {
            ExportPlace.Clear(_place, IsOn(Force));
            foreach (var file in _export!.Complete())
            {
                if (IsOn(PassThru))
                {
                    Pipeline.Write(ExportPlace.Item(SessionState, file));
                }
            }
        }
        catch (SentryException error)
        {
            Report(error, _place);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _export?.Dispose();
        }

        base.Dispose(disposing);
    }
}
