using System.Text.Json.Nodes;
using SentryAudit.Api.Calls;
using SentryAudit.Api.Wire;
using SentryAudit.Common.Streams;
using SentryAudit.Http.Endpoints;
using SentryAudit.Models;

namespace SentryAudit.Api.Members;

/// <summary>Requests for membership.</summary>
internal sealed class InviteRequestsApi(ApiConnection api, MemberDetailsApi details)
{
    private static readonly Listing<WireInviteRequest> Requests = new(
        "invite requests",
        MemberEndpoints.InviteRequests,
        WireJson.Default.WireInviteRequestArray,
        ListOrder.Moves,
        static request => request.Id);

    /// <summary>Requests that nobody has answered.</summary>
    public IAsyncEnumerable<SentryInviteRequest> ListAsync(OrganizationHome organization, CancellationToken cancellationToken) =>
        api.ListAsync(Requests, organization, (request, readAt) => request.ToModel(organization.Slug, readAt), cancellationToken);

    /// <summary>Makes a request for membership an invitation.</summary>
    /// <param name="organization">Whose request.</param>
    /// <param name="request">The request.</param>
    /// <param name="role">The role they get; null for the one that is asked for.</param>
    /// <param name="isResultWanted">Whether the invitation is read.</param>
    /// <returns>The invited member when wanted; null when not, or when somebody has removed it already.</returns>
    public async Task<SentryMember?> ApproveAsync(
        OrganizationHome organization, SentryInviteRequest request, string? role, bool isResultWanted, CancellationToken cancellationToken)
    {
        var what = $"Approving the request of {request}";
        var body = new JsonObject { ["approve"] = true };
        if (role is not null)
        {
            body["orgRole"] = role;
        }

        await api.DoAsync(
            what,
            ct => api.SendAsync(Write.Put(MemberEndpoints.ApproveInviteRequest.Of(organization, request.Id), body), ct),
            async ct => !await IsOpenAsync(organization, request, ct).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        if (!isResultWanted)
        {
            return null;
        }

        // The request is the invitation now: its id stays.
        var member = await ChangeSteps
            .ReadBackAsync(what, ct => details.FindAsync(organization, request.Id, ct), cancellationToken).ConfigureAwait(false);
        return member is null ? null : details.ToModel(organization, member);
    }

    /// <summary>Denies a request for membership.</summary>
    public Task DenyAsync(OrganizationHome organization, SentryInviteRequest request, CancellationToken cancellationToken) =>
        api.RemoveAsync(
            $"Denying the request of {request}",
            MemberEndpoints.DenyInviteRequest.Of(organization, request.Id),
            ct => IsOpenAsync(organization, request, ct),
            cancellationToken);

    private async Task<bool> IsOpenAsync(OrganizationHome organization, SentryInviteRequest request, CancellationToken cancellationToken)
    {
        var open = await ListAsync(organization, cancellationToken).ReadAllAsync(cancellationToken).ConfigureAwait(false);
        return open.Any(other => other.Id == request.Id);
    }
}
