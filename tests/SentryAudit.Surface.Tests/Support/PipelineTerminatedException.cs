namespace SentryAudit.Surface.Tests.Support;

/// <summary>What a terminating error looks like to the cmdlet that caused it.</summary>
internal sealed class PipelineTerminatedException(Exception cause) : Exception(cause.Message, cause);
