using Microsoft.AspNetCore.Http;
using SentryAudit.Sandbox.Access;

namespace SentryAudit.Sandbox.Api;

/// <summary>One request on its way through the sandbox, with what is known about it so far.</summary>
internal sealed class Exchange(HttpRequest request, SandboxWorld world, SandboxEndpoint endpoint)
{
    private SandboxToken? _token;
    private SandboxOrganization? _organization;
    private RequestBody? _body;

    public SandboxWorld World { get; } = world;
    public SandboxEndpoint Endpoint { get; } = endpoint;

    /// <summary>Name of the region whose port was called; null on the control host.</summary>
    public string? CalledRegion { get; } = world.Addresses.RegionOf(request.HttpContext.Connection.LocalPort);

    /// <summary>How many rows to pretend were inserted before the page (see <see cref="Fault.ShiftPages"/>).</summary>
    public int Shift { get; set; }

    /// <summary>The body as it was sent.</summary>
    public ReadOnlyMemory<byte> Sent { get; init; }

    /// <summary>The fields of the body.</summary>
    public RequestBody Body => _body ??= RequestBodyReader.Read(Sent, request.ContentType);

    public SandboxToken Token
    {
        get => _token ?? throw ApiError.Unauthorized("Authentication credentials were not provided.");
        set => _token = value;
    }

    public SandboxToken? TokenIfAny => _token;

    /// <summary>The time the sandbox believes it is.</summary>
    public DateTimeOffset Now => World.Options.TimeProvider.GetUtcNow();

    /// <summary>The same down to microseconds, which is all Sentry keeps.</summary>
    public DateTimeOffset Moment => new(Now.UtcTicks / 10 * 10, TimeSpan.Zero);

    public SandboxOrganization Organization
    {
        get => _organization ?? throw ApiError.NotFound();
        set => _organization = value;
    }

    /// <summary>The caller's own row in the member list, if the caller is a person with one.</summary>
    public SandboxMember? Me => _organization?.MemberOf(_token?.User);

    /// <summary>Where the request comes from.</summary>
    public string? IpAddress => request.HttpContext.Connection.RemoteIpAddress?.ToString();

    /// <summary>Path and query as they were asked for.</summary>
    public string Target => request.Path.ToUriComponent() + request.QueryString.ToUriComponent();

    public string? Authorization => request.Headers.Authorization;

    /// <summary>
    /// Whether the caller has a scope: of the token's, a person keeps those of their role. The owner of all has every one.
    /// </summary>
    public bool Can(string scope) => Token.Scopes.Contains(scope)
        && (Token.User is not { } user || user == World.Estate.Owner || Me is not { } me || Roles.Grants(me.OrgRole, scope));

    public bool CanAny(string[] scopes) => scopes.Length == 0 || Array.Exists(scopes, Can);

    public string Route(string name) => request.RouteValues[name] as string ?? throw ApiError.NotFound();

    public string? Query(string name) => request.Query.TryGetValue(name, out var values) ? values[0] : null;

    public IReadOnlyList<string> QueryAll(string name) => [.. request.Query[name].OfType<string>()];

    public bool QueryIs(string name, string value) => string.Equals(Query(name), value, StringComparison.Ordinal);

    /// <summary>The request's address without its cursor: what a Link header is made of. It names the region that answered.</summary>
    public string AddressWithoutCursor()
    {
        var host = _organization is null ? World.Addresses.HostOf(CalledRegion) : World.Addresses.Of(_organization);
        var rest = request.Query.Where(pair => pair.Key is not "cursor")
            .SelectMany(pair => pair.Value, (pair, value) => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(value ?? "")}");
        return $"{host}{request.Path.ToUriComponent()}?{string.Join('&', rest)}";
    }
}
