using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using SentryAudit.Common.Time;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;
using SentryAudit.Sources;

namespace SentryAudit.Api.Calls;

/// <summary>One of Sentry's lists: what it holds, where it is, in which shape it comes, and what an item is known by.</summary>
/// <param name="Name">What is listed, for errors: <c>members</c>.</param>
/// <param name="Endpoint">Where the list is.</param>
/// <param name="Type">The shape of a page.</param>
/// <param name="Order">What may happen to its order while it is read.</param>
/// <param name="Id">What an item is known by.</param>
internal sealed record Listing<TWire>(
    string Name, SentryEndpoint Endpoint, JsonTypeInfo<TWire[]> Type, ListOrder Order, Func<TWire, string?> Id)
{
    public Query Query { get; init; } = Query.Empty;

    /// <summary>What the endpoint calls the size of a page.</summary>
    public string PageSizeName { get; init; } = "per_page";

    /// <summary>
    /// The parameter that has the same list come in an order that holds; null where Sentry has none, or where it comes so anyway.
    /// </summary>
    public KeyValuePair<string, string>? Ordered { get; init; }

    /// <summary>What fills the endpoint's placeholders after the organization.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Whether the list leaves out what belongs to projects out of reach.</summary>
    public bool IsOfProjects { get; init; }

    /// <summary>Whether Sentry is asked for all projects together.</summary>
    public bool IsOfAllProjects => Query.Parameters.Contains(ProjectSelection.All);

    /// <summary>The projects it is limited to; null for all.</summary>
    public ProjectSelection? Projects { get; init; }

    /// <summary>The part of the list that a search finds; all of it for null.</summary>
    public Listing<TWire> Search(string? search) => this with { Query = Query.WithOptional("query", search) };

    /// <summary>The part of the list that belongs to some projects; to any for null.</summary>
    public Listing<TWire> LimitedTo(ProjectSelection? projects) =>
        this with { Query = ProjectSelection.Limit(Query, projects), Projects = projects, IsOfProjects = true };

    /// <summary>The part of the list that is of a time; all of it for null.</summary>
    public Listing<TWire> Within(DateWindow? window) =>
        window is null ? this : With("start", Utc(window.Start)).With("end", Utc(window.End));

    /// <summary>The list of one thing of an organization, for example of a team.</summary>
    /// <param name="name">What is then listed, for errors: <c>members of team web</c>.</param>
    /// <param name="keys">What fills the endpoint's placeholders after the organization.</param>
    public Listing<TWire> Of(string name, params IReadOnlyList<string> keys) => this with { Name = name, Keys = keys };

    public Listing<TWire> With(string name, string value) => this with { Query = Query.With(name, value) };

    public EndpointAddress In(OrganizationHome? organization) =>
        organization is null ? Endpoint.OfNone([.. Keys]) : Endpoint.Of(organization, [.. Keys]);

    public string Describe(OrganizationHome? organization) => organization is null ? Name : $"{Name} of {organization}";

    // Sentry reads times without a zone as UTC.
    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF", CultureInfo.InvariantCulture);
}
