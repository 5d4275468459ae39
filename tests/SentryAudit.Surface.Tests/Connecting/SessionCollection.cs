namespace SentryAudit.Surface.Tests.Connecting;

/// <summary>Tests that set environment variables, which all tests of a process share.</summary>
[CollectionDefinition(Name, DisableParallelization = false)]
public sealed class SessionCollection
{
    public const string Name = "Session";
}
