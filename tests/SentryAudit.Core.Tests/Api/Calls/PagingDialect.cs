namespace SentryAudit.Core.Tests.Api.Calls;

/// <summary>How a server pages its lists.</summary>
public enum PagingDialect
{
    /// <summary>Most of Sentry's lists: <c>100:2:0</c> starts at 100 × 2.</summary>
    ByPage,

    /// <summary>Sentry's event lists: <c>0:200:0</c> starts at 200.</summary>
    ByItem,

    /// <summary>Sentry's audit log: <c>1756700000000:1:0</c> starts one behind the first of that key or below.</summary>
    ByKey,

    /// <summary>A page number, whatever size stands in front of it.</summary>
    NumberOnly,

    /// <summary>Its own cursors, and 400 for any other.</summary>
    OwnOnly,

    /// <summary>Cursors that say nothing, with offsets behind them.</summary>
    Opaque,
}
