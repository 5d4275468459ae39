using SentryAudit.Common.Time;

namespace SentryAudit.Api.Stats;

/// <summary>What was asked for usage, and when.</summary>
/// <param name="Organization">Slug of the organization.</param>
/// <param name="Window">The time it is about.</param>
/// <param name="Category">The category that was asked for; null for all.</param>
/// <param name="ReadAt">UTC time of the read.</param>
internal readonly record struct UsageReading(string Organization, DateWindow Window, string? Category, DateTimeOffset ReadAt);
