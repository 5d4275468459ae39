namespace SentryAudit.Surface.Tests.Connecting;

/// <summary>Tests that use the session's connection or environment variables: without an engine there is one of each.</summary>
[CollectionDefinition(Name, DisableParallelization = false)]
public sealed class SessionCollection
{
    public const string Name = "Session";
}
