using System.Globalization;

namespace SentryAudit.Sandbox;

/// <summary>
/// Everything the sandbox knows. Tests may change it between requests; while requests are under way, change it inside
/// <see cref="Edit"/>, which excludes them.
/// </summary>
public sealed class SandboxEstate
{
    private readonly Lock _gate = new();

    /// <summary>Far from the ids of everything seeded.</summary>
    private long _lastId = 6_000_000_000;

    /// <summary>The organizations, in seeding order.</summary>
    public List<SandboxOrganization> Organizations { get; } = [];

    /// <summary>The person behind <see cref="SandboxServer.Token"/>: an owner of every organization.</summary>
    public required SandboxUser Owner { get; init; }

    /// <summary>Changes the estate while no request reads it.</summary>
    public void Edit(Action<SandboxEstate> change)
    {
        lock (_gate)
        {
            change(this);
        }
    }

    /// <summary>An id nothing had before. Needs the estate's lock, as every write does.</summary>
    internal long NextId() => ++_lastId;

    internal string NextKey() => NextId().ToString(CultureInfo.InvariantCulture);

    internal T Read<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }
}
