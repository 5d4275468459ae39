namespace SentryAudit.Sandbox;

/// <summary>A fault laid on an endpoint, and how often it struck.</summary>
public sealed class FaultRule
{
    private readonly int _skip;
    private readonly int _times;
    private int _seen;
    private int _applied;

    internal FaultRule(string endpoint, Fault fault, int skip, int times)
    {
        (Endpoint, Fault, _skip, _times) = (endpoint, fault, skip, times);
    }

    /// <summary>The endpoint as it was named, or <c>*</c>.</summary>
    public string Endpoint { get; }

    public Fault Fault { get; }

    /// <summary>Requests that came by, skipped ones included.</summary>
    public int Seen => Volatile.Read(ref _seen);

    /// <summary>Requests that met the fault.</summary>
    public int Applied => Volatile.Read(ref _applied);

    internal bool Covers(string method, string? endpoint) => EndpointName.Covers(Endpoint, method, endpoint);

    /// <summary>Counts a request; true when the fault is to strike it. Called under the plan's lock.</summary>
    internal bool Count(bool alreadyStruck)
    {
        var strikes = ++_seen > _skip && _applied < _times && !alreadyStruck;
        _applied += strikes ? 1 : 0;
        return strikes;
    }
}
