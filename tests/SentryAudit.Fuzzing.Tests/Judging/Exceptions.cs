namespace SentryAudit.Fuzzing.Tests.Judging;

/// <summary>Properties that may rightly say something else when something is taken away, each with its reason.</summary>
internal static class Exceptions
{
    public static bool Allow(string property) => false;
}
