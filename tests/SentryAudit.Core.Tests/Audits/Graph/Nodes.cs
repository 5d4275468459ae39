using SentryAudit.Audits.Graph;

namespace SentryAudit.Core.Tests.Audits.Graph;

/// <summary>Nodes and edges with hostile names.</summary>
internal static class Nodes
{
    public static readonly DateTimeOffset ReadAt = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> HostileNames =>
        [
            "plain",
            "it's",
            "say \"hi\"",
            @"back\slash",
            @"ends with \",
            @"\'",
            @"\u0027 OR 1=1 //",
            @"\\u0027",
            "'}) DETACH DELETE n //",
            "line\nfeed",
            "carriage\rreturn\r\n",
            "tab\t",
            "\u001b[31mred\u0007",
            "nul\0",
            "]]>",
            "<!-- &amp; -->",
            "\"];",
            "\"]\nx --> y",
            "`tick`",
            "$param",
            "a;b,c",
            "#quot;",
            "%% comment",
            "sep\u2028\u2029\u0085",
            "\ud83d\ude00",
            "end",
            "{\"a\":1}",
            "\u202eevil",
            "=cmd|'/c calc'!A0",
        ];

    public static GraphNode Team(string name, string id = "1") =>
        new(GraphNodeKind.Team, id, name)
        {
            Entity = new SentryTeam
            {
                Id = id,
                Slug = "slug",
                Name = name,
                OrganizationSlug = "acme",
                LastUpdated = ReadAt,
            },
            LastUpdated = ReadAt,
        };

    public static GraphNode Release(string version) => GraphNodes.Of(
        new SentryRelease { Id = "acme/" + version, Version = version, OrganizationSlug = "acme", LastUpdated = ReadAt }, Organization);

    public static GraphNode Organization => GraphNodes.Of(new SentryOrganization { Id = "2", Slug = "acme", LastUpdated = ReadAt });

    /// <summary>A graph of an organization with a team and a release of that name.</summary>
    public static string Write(Func<TextWriter, GraphWriter> create, string name)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var writer = create(output);
        var (organization, team, release) = (Organization, Team(name), Release(name));
        foreach (
            var element in new GraphElement[]
            {
                organization,
                team,
                new GraphEdge(SentryRelationshipType.Resource, organization, team, ReadAt),
                release,
                new GraphEdge(SentryRelationshipType.Resource, organization, release, ReadAt),
            }
        )
        {
            writer.Write(element);
        }

        writer.Complete();
        return output.ToString();
    }
}
