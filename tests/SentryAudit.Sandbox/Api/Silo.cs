namespace SentryAudit.Sandbox.Api;

/// <summary>Where an endpoint lives.</summary>
internal enum Silo
{
    /// <summary>Region endpoints; the control host passes requests on.</summary>
    Region,

    /// <summary>Only the control host; region hosts answer 404.</summary>
    Control,

    /// <summary>Every host answers for what it holds.</summary>
    Both,
}
