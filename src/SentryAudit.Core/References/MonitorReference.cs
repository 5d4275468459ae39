namespace SentryAudit;

/// <summary>Names a monitor by name, id or the slug of a cron monitor.</summary>
public sealed class MonitorReference : EntityReference
{
    /// <summary>Names it by text; wildcards may match several.</summary>
    public MonitorReference(string value)
        : base(value)
    {
    }

    /// <summary>Names the one this object is.</summary>
    public MonitorReference(SentryMonitor monitor)
        : base(monitor.Id, monitor.OrganizationSlug)
    {
    }

    internal override string Kind => "monitor";

    // An object names one monitor, and not another one whose name happens to be that id.
    internal bool Matches(SentryMonitor monitor) =>
        IsIn(monitor.OrganizationSlug)
        && (Organization is null ? MatchesAny(monitor.Id, monitor.Name, monitor.Slug) : MatchesAny(monitor.Id));
}
