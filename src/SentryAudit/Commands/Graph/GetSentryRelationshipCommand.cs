using System.Management.Automation;
using SentryAudit.Audits.Graph;
using SentryAudit.Cmdlets;
using SentryAudit.Filters;
using SentryAudit.Models;
using SentryAudit.Permissions;
using SentryAudit.Pipeline;
using SentryAudit.Requests;

namespace SentryAudit.Commands.Graph;

/// <summary>Gets the relationships between the objects of organizations: the edges of the graph that Export-SentryGraph writes.</summary>
[Cmdlet(VerbsCommon.Get, "SentryRelationship")]
[OutputType(typeof(SentryRelationship))]
[RequiresScope("org:read")]
[RequiresScope("team:read")]
[RequiresScope("member:read")]
[RequiresScope("project:read", "project:releases", "org:ci")]
[RequiresScope("alerts:read", "org:read")]
public sealed class GetSentryRelationshipCommand : SentryOrganizationCmdlet
{
    /// <summary>The kinds of relationship; without it, those of Cartography's schema.</summary>
    [Parameter(Position = 0)]
    [Filter(FilterValues.Fixed)]
    [ValidateNotNullOrEmpty]
    [ValidateSet("Resource", "MemberOf", "AdminOf", "HasTeam", "HasRule", "Has", "Assigned")]
    public SentryRelationshipType[]? Type { get; set; }

    /// <summary>Team access as it really is: by the roles in the organization and on the teams.</summary>
    [Parameter]
    public SwitchParameter EffectiveAccess { get; set; }

    private protected override async Task RunAsync(OrganizationHome organization, CancellationToken cancellationToken)
    {
        var progress = new ListingProgress(Pipeline, Clock, $"Reading relationships of {organization}");
        var wanted = new GraphSelection(
            Type?.ToHashSet() ?? GraphSelection.Cartography,
            new HashSet<GraphNodeKind>(),
            EffectiveAccess.IsPresent);
        var reader = new GraphReader(Source, wanted);
        try
        {
            await foreach (var element in reader.ReadAsync(organization, cancellationToken))
            {
                if (element is GraphEdge edge)
                {
                    progress.Count();
                    Pipeline.Write(Relationship(edge, organization.Slug));
                }
            }
        }
        finally
        {
            progress.Complete();
        }

        if (reader.Unknown.ToException(organization.Slug) is { } unknown)
        {
            ReportIncomplete(unknown, organization.Slug);
        }
    }

    private static SentryRelationship Relationship(GraphEdge edge, string organization) => new()
    {
        FromType = edge.From.Label,
        FromId = edge.From.Id,
        FromName = edge.From.Name,
        Type = edge.Type,
        ToType = edge.To.Label,
        ToId = edge.To.Id,
        ToName = edge.To.Name,
        OrganizationSlug = organization,
        LastUpdated = edge.LastUpdated,
    };
}
