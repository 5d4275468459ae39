using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Api;
using SentryAudit.Sandbox.Json;
using SentryAudit.Sandbox.Paging;

namespace SentryAudit.Sandbox.Endpoints;

/// <summary>Requests for membership, which the member list leaves out, and for teams.</summary>
internal static class RequestEndpoints
{
    private static readonly string[] Approvers = [.. Scopes.Organization, .. Scopes.Teams, .. Scopes.Members];

    public static IEnumerable<SandboxEndpoint> All =>
    [
        new("organizations/{org}/invite-requests/", Scopes.Members, InviteRequests),
        new("organizations/{org}/access-requests/", Approvers, AccessRequests),
    ];

    private static Answer InviteRequests(Exchange exchange) => exchange.Organization.InviteRequests
        .Page(exchange)
        .Write(exchange, (json, request) => MemberJson.WriteRequest(json, request, exchange.Organization));

    /// <summary>Without pages.</summary>
    private static Answer AccessRequests(Exchange exchange) => Answer.Json(json =>
    {
        json.WriteStartArray();
        foreach (var request in exchange.Organization.AccessRequests)
        {
            json.WriteStartObject();
            json.WriteString("id", request.Id);
            json.WritePropertyName("member");
            MemberJson.Write(json, request.Member);
            json.WritePropertyName("team");
            TeamJson.Write(json, request.Team, exchange, withProjects: false);
            json.WritePropertyName("requester");
            if (request.Requester is null)
            {
                json.WriteNullValue();
            }
            else
            {
                UserJson.Write(json, request.Requester);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
