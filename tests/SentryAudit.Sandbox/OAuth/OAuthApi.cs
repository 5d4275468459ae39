using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SentryAudit.Sandbox.Api;

namespace SentryAudit.Sandbox.OAuth;

/// <summary>The paths of Sentry's OAuth side. They lie outside the API: no token, no limiter, no faults.</summary>
internal sealed class OAuthApi
{
    private readonly SandboxWorld _world;
    private readonly TokenDesk _desk;
    private readonly DeviceFlow _devices;
    private readonly CodeFlow _codes;

    public OAuthApi(SandboxWorld world)
    {
        _world = world;
        _desk = new TokenDesk(world);
        _devices = new DeviceFlow(world, _desk);
        _codes = new CodeFlow(world, _desk);
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/oauth/device/code/", http =>
            AnswerAsync(http, "oauth/device/code/", form =>
                _world.OAuth.HasDeviceFlow ? _devices.Start(form) : OAuthPages.Error("Not found.") with { Status = 404 }
            ));
        routes.MapGet("/oauth/device/", http =>
            AnswerAsync(http, "oauth/device/", _ => OAuthPages.EnterCode(http.Request.Query["user_code"])));
        routes.MapPost("/oauth/device/", http => AnswerAsync(http, "oauth/device/", Decide));
        routes.MapGet("/oauth/authorize/", http => AnswerAsync(http, "oauth/authorize/", _ => Authorize(http.Request.Query, op: null)));
        routes.MapPost("/oauth/authorize/", http =>
            AnswerAsync(http, "oauth/authorize/", form => Authorize(http.Request.Query, form["op"])));
        routes.MapPost("/oauth/token/", http => AnswerAsync(http, "oauth/token/", Token));
        if (_world.Options.Control)
        {
            routes.MapGet("/sandbox/oauth", http => http.Response.WriteAsJsonAsync(new { _world.OAuth.Renewals, _world.OAuth.Secrets }));
            routes.MapPost("/sandbox/oauth", ChangeAsync);
            routes.MapDelete("/sandbox/oauth", http =>
            {
                _desk.RevokeAll();
                return Task.CompletedTask;
            });
        }
    }

    private Answer Decide(IFormCollection form)
    {
        if (_devices.Find(form["user_code"]) is not { } device)
        {
            return OAuthPages.Error("Invalid or expired code.");
        }

        if (form["op"].Count == 0)
        {
            return OAuthPages.Consent(device.ClientId, device.Scopes, device.UserCode);
        }

        device.Approved = form["op"] == "approve";
        return OAuthPages.Done(device.Approved.Value);
    }

    private Answer Authorize(IQueryCollection query, string? op) =>
        CodeFlow.Refuse(query)
        ?? (
            op is null
                ? OAuthPages.Consent(query["client_id"].ToString(), query["scope"].ToString().Split(' '))
                : _codes.Decide(query, op == "approve"));

    private Answer Token(IFormCollection form)
    {
        string? clientId = form["client_id"];
        return !SandboxOAuth.IsAuthentic(clientId, form["client_secret"])
            ? throw new OAuthError("invalid_client", 401)
            : form["grant_type"].ToString() switch
            {
                "authorization_code" => _codes.Redeem(form),
                "refresh_token" => _desk.Renew(clientId, form["refresh_token"], form["scope"]),
                "urn:ietf:params:oauth:grant-type:device_code" when _world.OAuth.HasDeviceFlow => _devices.Poll(
                    clientId,
                    form["device_code"]),
                _ => throw new OAuthError("unsupported_grant_type"),
            };
    }

    private async Task ChangeAsync(HttpContext http)
    {
        var order = (await http.Request.ReadFromJsonAsync<OAuthOrder>(http.RequestAborted))!;
        order.Apply(_world.OAuth);
        if (order.ExpireTokens)
        {
            _desk.ExpireAll();
        }
    }

    private async Task AnswerAsync(HttpContext http, string endpoint, Func<IFormCollection, Answer> answer)
    {
        var logged = _world.Options.LogRequests ? _world.Requests.Add(http, endpoint, sent: default) : null;
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        if (endpoint == "oauth/token/" && _world.OAuth.TokenLatency > TimeSpan.Zero)
        {
            await Task.Delay(_world.OAuth.TokenLatency, http.RequestAborted);
        }

        Answer result;
        try
        {
            result = answer(form);
        }
        catch (OAuthError error)
        {
            result = error.Answer;
        }

        if (logged is not null)
        {
            logged.Status = result.Status;
        }

        await AnswerWriter.SendAsync(http, result);
    }
}
