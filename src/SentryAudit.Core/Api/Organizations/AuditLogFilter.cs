using System.Globalization;
using SentryAudit.Common.Text;
using SentryAudit.Common.Time;
using SentryAudit.Http;

namespace SentryAudit.Api.Organizations;

/// <summary>Which entries of an audit log are wanted. What the server can narrow it does; everything is checked here again.</summary>
internal sealed class AuditLogFilter
{
    /// <summary>Names or patterns of events; none for all.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>Who did it; none for anybody.</summary>
    public IReadOnlyList<ActorReference> Actors { get; init; } = [];

    /// <summary>Null for the whole log.</summary>
    public DateWindow? Window { get; init; }

    // Sentry takes one event and one account; seconds suffice, since the window is applied here exactly.
    public Query Query => Query.Empty
        .WithOptional("event", Events is [var only] && !WildcardExpression.IsWildcard(only) ? only : null)
        .WithOptional("actor", Actors is [{ IsId: true } actor] ? actor.Value : null)
        .WithOptional("start", Window is { } from ? Second(from.Start) : null)
        .WithOptional("end", Window is { } until ? Second(until.End.AddTicks(TimeSpan.TicksPerSecond - 1)) : null);

    /// <summary>Whether an entry is too old. So are all after it, since Sentry gives the newest first, with a window or without.</summary>
    public bool IsBefore(SentryAuditLogEntry entry) => entry.DateCreated < Window?.Start;

    public bool Matches(SentryAuditLogEntry entry) =>
        (Events.Count == 0 || Events.Any(name => new WildcardExpression(name).IsMatch(entry.Event)))
        && (Actors.Count == 0 || Actors.Any(actor => actor.Matches(entry)))
        // An entry without a time is better shown than missing.
        && (Window is null || entry.DateCreated is not { } time || Window.Contains(time));

    private static string Second(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
