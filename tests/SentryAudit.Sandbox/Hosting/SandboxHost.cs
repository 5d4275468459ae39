using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SentryAudit.Sandbox.Control;
using SentryAudit.Sandbox.Endpoints;
using SentryAudit.Sandbox.OAuth;

namespace SentryAudit.Sandbox;

/// <summary>The web server: one process, one port for each host Sentry would have.</summary>
internal static class SandboxHost
{
    private static readonly string[] Regions = ["us", "de"];

    public static async Task<WebApplication> StartAsync(SandboxWorld world, CancellationToken cancellationToken)
    {
        var listeners = new List<ListenOptions>();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, world.Options.Port, listeners.Add);
            foreach (var _ in world.Options.SelfHosted ? [] : Regions)
            {
                kestrel.Listen(IPAddress.Loopback, 0, listeners.Add);
            }
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));

        var app = builder.Build();
        MapEndpoints(app, new RequestHandler(world));
        new OAuthApi(world).Map(app);
        if (world.Options.Control)
        {
            new ControlApi(world).Map(app);
        }

        await app.StartAsync(cancellationToken);

        var ports = listeners.ConvertAll(listener => listener.IPEndPoint!.Port);
        world.Addresses.Assign(ports[0], Regions.Zip(ports.Skip(1)));
        return app;
    }

    private static void MapEndpoints(IEndpointRouteBuilder routes, RequestHandler handler)
    {
        foreach (var endpoint in EndpointTable.All)
        {
            routes.MapMethods("/api/0/" + endpoint.Template, [endpoint.Method], http => handler.HandleAsync(http, endpoint));
        }

        routes.MapFallback("/{**path}", handler.HandleUnknownAsync);
    }
}
