using System.Globalization;
using SentryAudit.Common.Text;

namespace SentryAudit.Sources;

/// <summary>
/// Which projects of an organization the owner of a token reaches. Sentry lists every project to every member, but leaves what is in
/// those out of reach out of its answers without a word.
/// </summary>
/// <param name="organization">Slug of the organization.</param>
/// <param name="projects">Its projects; whether each is within reach is null where Sentry does not report it.</param>
internal sealed class ProjectReach(string organization, IReadOnlyList<(string Id, string Slug, bool? HasAccess)> projects)
{
    public IReadOnlyList<(string Id, string Slug, bool? HasAccess)> Projects => projects;

    /// <summary>Why some projects are missing; null if none is.</summary>
    public SentryException? Untold { get; init; }

    /// <summary>Whether some project is known to be out of reach.</summary>
    public bool IsLimited => projects.Any(IsHidden);

    /// <summary>The projects that are not known to be out of reach.</summary>
    public IEnumerable<(string Id, string Slug, bool? HasAccess)> Reachable => projects.Where(project => !IsHidden(project));

    /// <summary>Whether one of some projects, or of all for null, is known to be within reach.</summary>
    public bool HasAny(ProjectSelection? selection) =>
        projects.Any(project => project.HasAccess is true && selection?.ContainsAny([project.Slug]) != false);

    /// <summary>What an answer about projects leaves out; null if nothing is known to be missing.</summary>
    /// <param name="selection">The projects that were asked for; null for all.</param>
    public string? Describe(ProjectSelection? selection)
    {
        var asked = projects.Where(project => selection?.ContainsAny([project.Slug]) != false).ToArray();
        var hidden = asked.Where(IsHidden).Select(project => project.Slug).Order(StringComparer.Ordinal).ToArray();
        if (hidden.Length == 0)
        {
            return null;
        }

        return hidden.Length == asked.Length && selection is null
            ? $"No project of {organization} is within this token's reach, so nothing that belongs to projects is listed."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{hidden.Length} of {asked.Length} projects of {organization} are out of this token's reach, "
                    + $"and what belongs to them is not listed: {ObjectNames.Join(hidden)}.");
    }

    private static bool IsHidden((string Id, string Slug, bool? HasAccess) project) => project.HasAccess is false;
}
