namespace SentryAudit.Sandbox;

/// <summary>Which host is which: the control silo, and the regions on ports of their own.</summary>
internal sealed class Addresses
{
    private readonly Dictionary<int, string> _regionByPort = [];
    private readonly List<(string Name, string Url)> _regions = [];

    /// <summary>Address of the control silo.</summary>
    public Uri Base { get; private set; } = new("http://127.0.0.1/");

    /// <summary>The regions; on self-hosted the one host under Sentry's own name for that.</summary>
    public IReadOnlyList<(string Name, string Url)> Regions =>
        _regions.Count > 0 ? _regions : [("--monolith--", HostOf(null))];

    public IReadOnlyList<Uri> RegionUris => [.. _regions.Select(region => new Uri(region.Url + "/"))];

    /// <summary>Tells the addresses once the ports are known, which is after the host has started.</summary>
    public void Assign(int controlPort, IEnumerable<(string Name, int Port)> regions)
    {
        Base = new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", controlPort).Uri;
        foreach (var (name, port) in regions)
        {
            _regionByPort[port] = name;
            _regions.Add((name, new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", port).Uri.GetLeftPart(UriPartial.Authority)));
        }
    }

    public string? RegionOf(int port) => _regionByPort.GetValueOrDefault(port);

    /// <summary>Address of a region, or of the control silo, without a slash at the end.</summary>
    public string HostOf(string? region) =>
        _regions.Find(candidate => candidate.Name == region).Url ?? Base.GetLeftPart(UriPartial.Authority);

    public string Of(SandboxOrganization organization) => HostOf(organization.Region);
}
