using System.Text;
using SentryAudit.Models;

namespace SentryAudit.Http.Endpoints;

/// <summary>
/// One of Sentry's endpoints: its path, the host that answers and the scopes that a call needs. Hosts and scopes are those of Sentry's API
/// reference and of its permission classes.
/// </summary>
/// <param name="Template">Path below <c>/api/0/</c> with <c>{placeholders}</c>; Sentry requires the slash at its end.</param>
/// <param name="Silo">Which host answers.</param>
/// <param name="Scopes">The lowest scopes; one of them is enough, or a higher one of the same family.</param>
internal sealed record SentryEndpoint(string Template, SentrySilo Silo, params string[] Scopes)
{
    /// <summary>Whether it belongs to a sign-in: its path is not below <c>/api/0/</c>, and it takes no token.</summary>
    public bool IsSignIn { get; init; }

    /// <summary>
    /// The path with its placeholders filled, in order and escaped. A name that is missing stays empty: such a path is never sent.
    /// </summary>
    public string Path(params ReadOnlySpan<string?> values)
    {
        var path = new StringBuilder(Template.Length + 32);
        var rest = Template.AsSpan();
        foreach (var value in values)
        {
            var open = rest.IndexOf('{');
            path.Append(rest[..open]).Append(Uri.EscapeDataString(value ?? ""));
            rest = rest[(rest.IndexOf('}') + 1)..];
        }

        return path.Append(rest).ToString();
    }

    /// <summary>This endpoint of an organization, with the placeholders after the organization filled.</summary>
    public EndpointAddress Of(OrganizationHome organization, params ReadOnlySpan<string> values) =>
        new(this, Path([organization.Slug, .. values]), organization);

    /// <summary>This endpoint where it belongs to no organization.</summary>
    public EndpointAddress OfNone(params ReadOnlySpan<string> values) => new(this, Path(values), Organization: null);

    public override string ToString() => Template;
}
