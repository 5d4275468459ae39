using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SentryAudit.Sandbox.Inventories;
using SentryAudit.Sandbox.Searching;

namespace SentryAudit.Sandbox.Control;

/// <summary>
/// What tests in another process may do to the sandbox, below <c>/sandbox/</c>: lay faults, see what was asked, make tokens,
/// remove and deactivate members. Sentry has nothing like it, so it exists only when asked for (<see cref="SandboxOptions.Control"/>).
/// </summary>
internal sealed class ControlApi(SandboxWorld world)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sandbox/faults", LayFaultAsync);
        routes.MapDelete("/sandbox/faults", _ => Do(world.Faults.Clear));
        routes.MapGet("/sandbox/requests", http => http.Response.WriteAsJsonAsync(
            world.Requests.Select(request => new
            {
                request.Method, request.Path, request.Query, request.Port, request.Endpoint, request.Body, request.Status,
            })));
        routes.MapDelete("/sandbox/requests", _ => Do(world.Requests.Clear));
        routes.MapPost("/sandbox/tokens", MakeTokenAsync);
        routes.MapPost("/sandbox/members/{email}/deactivate", http => Do(() => Deactivate((string)http.Request.RouteValues["email"]!)));
        routes.MapDelete("/sandbox/members/{email}", http => Do(() => RemoveMember((string)http.Request.RouteValues["email"]!)));
    }

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private async Task LayFaultAsync(HttpContext http)
    {
        var order = (await http.Request.ReadFromJsonAsync<FaultOrder>(http.RequestAborted))!;
        try
        {
            world.Faults.On(order.Endpoint, order.ToFault(), order.Skip, order.Times);
        }
        catch (Exception mistake) when (mistake is ArgumentException or BadHttpRequestException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsync(mistake.Message, http.RequestAborted);
        }
    }

    private async Task MakeTokenAsync(HttpContext http)
    {
        var order = (await http.Request.ReadFromJsonAsync<TokenOrder>(http.RequestAborted))!;
        var token = world.Tokens.Create(order.Kind, order.Scopes);
        world.Tokens.Find(token)!.Expired = order.Expired;
        await http.Response.WriteAsync(token, http.RequestAborted);
    }

    private void RemoveMember(string email) =>
        world.Estate.Edit(estate =>
            estate.Organizations.ForEach(organization => organization.Members.RemoveAll(member => Match.Same(member.Email, email))));

    private void Deactivate(string email) =>
        world.Estate.Edit(estate =>
            estate.Organizations
                .SelectMany(organization => organization.Members)
                .Where(member => Match.Same(member.Email, email) && member.User is not null)
                .ToList()
                .ForEach(member => (member.User!.IsActive, member.User.IsListed) = (false, false)));
}
