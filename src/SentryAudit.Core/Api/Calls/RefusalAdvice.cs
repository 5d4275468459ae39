using System.Collections.Concurrent;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Errors;
using SentryAudit.Http;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api.Calls;

/// <summary>
/// What to do about a refusal. Sentry says only "no": where the token has the scope, more scopes do not help, and the organization
/// says what the token's owner may do there.
/// </summary>
internal sealed class RefusalAdvice
{
    private readonly ConcurrentDictionary<string, Task<CallerAccess?>> _access = new(StringComparer.Ordinal);

    /// <summary>The refusal with advice that fits the token and its owner.</summary>
    public async Task<SentryApiException> ExplainAsync(ApiConnection api, SentryApiException refusal, CancellationToken cancellationToken)
    {
        if (api.Site.Scopes is not { } scopes || HeldOf(refusal.RequiredScope, scopes) is not { } held)
        {
            return refusal;
        }

        var access = refusal.Subject?.Organization is { } slug
            ? await ReadAccessAsync(api, refusal, slug).WaitAsync(cancellationToken).ConfigureAwait(false)
            : null;
        var remedy = $"The token has the scope {held}{Rest(refusal, access, CallReach.IsPerson(api))}";
        return new SentryApiException(refusal, refusal.Message, remedy);
    }

    private static string Rest(SentryApiException refusal, CallerAccess? access, bool isPerson)
    {
        var owner = access?.Role is { } role ? $"the role of its owner ({role})" : "the role of its owner";
        if (access?.Scopes is not { } allowed || refusal.Code is not null)
        {
            return ", so more scopes do not help: check the role and the teams of its owner.";
        }

        return HeldOf(refusal.RequiredScope, allowed) is null
            ? $", but {owner} in {access.OrganizationSlug} does not allow it: use a token of somebody with a higher role."
            : isPerson && Membership(refusal.Subject) is { } place
                ? $", but its owner is not a member of {place}: join it, or use a token of somebody who is one."
                : $", and {owner} allows it: Sentry keeps this for others, for example for owners of {access.OrganizationSlug}.";
    }

    private Task<CallerAccess?> ReadAccessAsync(ApiConnection api, SentryApiException refusal, string slug)
    {
        var organization = api.Site.Directory.Find(slug) ?? new OrganizationHome(slug, Id: null, refusal.Host ?? api.Site.BaseUri);

        // Shared by all refusals of the call, so that none of them may cancel it.
        return _access.GetOrAdd(organization.Slug, _ => FindAccessAsync(api, organization, CancellationToken.None));
    }

    private static string? HeldOf(IEnumerable<string> required, IReadOnlyList<string> scopes) =>
        required.FirstOrDefault(scope => SentryScopes.Grants(scopes, scope));

    // What belongs to a project is for the members of its teams; a member or a request belongs to none.
    private static string? Membership(FaultSubject? subject) => subject switch
    {
        { Kind: "team" } => subject.Object,
        { Kind: "project" or "issue" or "release" or "event" } => $"a team of {subject.Object}",
        { Kind: null, Name: { } several } when several.StartsWith("project ", StringComparison.Ordinal) => $"a team of {several}",
        _ => null,
    };

    // Whatever keeps Sentry from telling, the refusal itself is what the user has to know.
    private static async Task<CallerAccess?> FindAccessAsync(
        ApiConnection api, OrganizationHome organization, CancellationToken cancellationToken)
    {
        try
        {
            var request = api.Request(OrganizationEndpoints.Organization.Of(organization)) with
            {
                Query = Query.Empty.With("detailed", "0").Parameters,
            };
            var answer = await api.Site.Transport.SendAsync(request, WireJson.Default.WireOrganization.Forgiving(), cancellationToken)
                .ConfigureAwait(false);
            return answer.Value is { } found ? new CallerAccess(organization.Slug, found.OrgRole ?? found.Role, found.Access) : null;
        }
        catch (SentryException)
        {
            return null;
        }
    }
}
