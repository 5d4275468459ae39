namespace SentryAudit.Api.Stats;

/// <summary>A project whose counts Sentry refused.</summary>
internal readonly record struct RefusedProject(SentryProject Project, SentryApiException Fault);
