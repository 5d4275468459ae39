namespace SentryAudit.Sandbox;

/// <summary>
/// Everything the sandbox knows. Tests may change it between requests; while requests are under way, change it inside
/// <see cref="Edit"/>, which excludes them.
/// </summary>
public sealed class SandboxEstate
{
    private readonly Lock _gate = new();

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

    internal T Read<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }
}
