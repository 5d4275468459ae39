namespace SentryAudit.Sandbox.Tests.Conformity;

/// <summary>How the document is wrong.</summary>
internal enum DeviationKind
{
    /// <summary>It may be null.</summary>
    Nullable,

    /// <summary>It may be missing.</summary>
    Optional,

    /// <summary>It may be an object without any keys.</summary>
    Empty,

    /// <summary>It is a list of what the document describes as one.</summary>
    Several,

    /// <summary>It is something else altogether.</summary>
    Different,
}
