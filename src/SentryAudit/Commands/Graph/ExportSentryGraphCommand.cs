using System.Management.Automation;
using SentryAudit.Audits.Graph;
using SentryAudit.Cmdlets;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Pipeline;
using SentryAudit.Requests;

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
    // Null in a plan, which writes nothing.
    private ExportFile? _file;

    /// <summary>The file to write, or the folder for Neo4jCsv. Wildcards have no meaning in it.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The format to write.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateSet("Cypher", "Neo4jCsv", "GraphML", "JupiterOne", "Mermaid", "Dot")]
    public SentryGraphFormat Format { get; set; }

    /// <summary>Kinds of object to leave out, with all their relationships. They are not read.</summary>
    [Parameter]
    [Filter(FilterValues.Fixed)]
    [ValidateSet("Team", "Member", "Project", "Release", "AlertRule", "Role", "Repository")]
    [ValidateNotNullOrEmpty]
    public SentryEntityType[]? Exclude { get; set; }

    /// <summary>For JupiterOne: the value of tag.AccountName on every entity.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? AccountName { get; set; }

    /// <summary>Team access as it really is: by the roles in the organization and on the teams.</summary>
    [Parameter]
    public SwitchParameter EffectiveAccess { get; set; }

    /// <summary>Also replaces a file that is read-only.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Does not replace an existing file or folder.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Returns the files written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private GraphSelection Selection() =>
        new(
            Format is SentryGraphFormat.JupiterOne ? GraphSelection.JupiterOne : GraphSelection.Cartography,
            (Exclude ?? []).Select(type => Enum.Parse<GraphNodeKind>(type.ToString())).ToHashSet(),
            EffectiveAccess.IsPresent);

    private protected override async Task BeginAsync(CancellationToken cancellationToken)
    {
        await base.BeginAsync(cancellationToken);
        try
        {
            var place = ExportPlace.Resolve(SessionState, Path!);
            ExportPlace.Check(place, Format, Force.IsPresent, NoClobber.IsPresent);
            _file = Pipeline.ShouldProcess(place, $"Export graph as {Format}") ? new ExportFile(place, Format, AccountName) : null;
        }
        catch (SentryException error)
        {
            Pipeline.Terminate(error, Path);
        }
    }

    private protected override async Task RunAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        // After a failure nothing is written, so nothing more has to be read.
        if (_file is null || IsIncomplete)
        {
            return;
        }

        var selection = Selection();
        var reader = new GraphReader(Source, selection);
        var progress = new ListingProgress(Pipeline, Clock, $"Exporting the graph of {organization}");
        try
        {
            await _file.AddAsync(reader, organization, selection.Excluded, () => progress.Count(), cancellationToken);
        }
        finally
        {
            progress.Complete();
        }

        if (reader.Unknown.ToException(organization.Slug) is { } unknown)
        {
            Pipeline.Warn(unknown.Message);
        }
    }

    private protected override void OnAllRead()
    {
        if (_file is null or { IsBroken: true })
        {
            return;
        }

        try
        {
            foreach (var path in _file.Complete(IsIncomplete, Force.IsPresent))
            {
                if (PassThru.IsPresent)
                {
                    Pipeline.Write(ExportPlace.Item(SessionState, path));
                }
            }
        }
        catch (SentryException error)
        {
            Report(error, _file.Place);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file?.Dispose();
        }

        base.Dispose(disposing);
    }
}
