namespace SentryAudit.Architecture.Tests;

/// <summary>A file uses a type that another file declares.</summary>
internal sealed record TypeUse(string User, string Used, string Type);
