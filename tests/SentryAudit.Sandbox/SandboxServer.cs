using Microsoft.AspNetCore.Builder;
using SentryAudit.Sandbox.Access;
using SentryAudit.Sandbox.Seeding;

namespace SentryAudit.Sandbox;

/// <summary>
/// A Sentry that runs on loopback: a control silo and two regions on ports of their own, over one seeded estate. Nothing it
/// answers comes from anywhere but this process.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SandboxWorld _world;

    private SandboxServer(WebApplication app, SandboxWorld world)
    {
        _app = app;
        _world = world;
        Token = CreateToken(SandboxTokenKind.User, Scopes.All);
    }

    /// <summary>Address of the control silo, with a slash at the end.</summary>
    public Uri BaseUri => _world.Addresses.Base;

    /// <summary>Addresses of the regions us and de; empty on self-hosted. The first organization lives in us, the second in de.</summary>
    public IReadOnlyList<Uri> RegionUris => _world.Addresses.RegionUris;

    /// <summary>What the sandbox holds, to be changed by tests.</summary>
    public SandboxEstate Estate => _world.Estate;

    /// <summary>What is to go wrong.</summary>
    public FaultPlan Faults => _world.Faults;

    /// <summary>What was asked.</summary>
    public RequestLog Requests => _world.Requests;

    /// <summary>Its OAuth side.</summary>
    public SandboxOAuth OAuth => _world.OAuth;

    /// <summary>A personal token of an owner, with every scope a person can have.</summary>
    public string Token { get; }

    /// <summary>Seeds an estate and starts to answer for it.</summary>
    public static async Task<SandboxServer> StartAsync(SandboxOptions? options = null, CancellationToken ct = default)
    {
        var chosen = options ?? new SandboxOptions();
        var world = new SandboxWorld(chosen, EstateSeeder.Seed(chosen));
        return new SandboxServer(await SandboxHost.StartAsync(world, ct), world);
    }

    /// <summary>Makes another token. An organization token has only the scope <c>org:ci</c>, whatever is asked for.</summary>
    public string CreateToken(SandboxTokenKind kind, params string[] scopes) => _world.Tokens.Create(kind, scopes);

    /// <summary>Makes a personal token of a member. Of its scopes, those count that the member's role brings too.</summary>
    public string CreateToken(SandboxUser user, params string[] scopes) => _world.Tokens.Create(user, scopes);

    /// <summary>From now on the token is answered 401.</summary>
    /// <exception cref="ArgumentException">The sandbox did not make that token.</exception>
    public void ExpireToken(string token) =>
        (_world.Tokens.Find(token) ?? throw new ArgumentException("No such token.", nameof(token))).Expired = true;

    /// <summary>Stops listening and drops what is still open.</summary>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
