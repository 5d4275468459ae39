using SentryAudit.Sandbox;

namespace SentryAudit.Surface.Tests.Faults;

/// <summary>A fault that does not pass, and the error it must end in.</summary>
internal sealed record LastingFault(string Name, Func<Fault> Make, string ErrorId, SentryErrorCategory Category)
{
    public static readonly LastingFault[] All =
    [
        new(
            "401",
            () => Fault.Status(401, """{"detail":"Token expired"}"""),
            "SentryUnauthorized",
            SentryErrorCategory.AuthenticationError),
        new(
            "403",
            () => Fault.Status(403, """{"detail":"You do not have permission to perform this action."}"""),
            "SentryForbidden",
            SentryErrorCategory.PermissionDenied),
        new(
            "404",
            () => Fault.Status(404, """{"detail":"The requested resource does not exist"}"""),
            "SentryNotFound",
            SentryErrorCategory.ObjectNotFound),
        new("410 brown-out", Fault.BrownOut, "SentryBrownout", SentryErrorCategory.ResourceUnavailable),
        new("429", Fault.RateLimited, "SentryRateLimited", SentryErrorCategory.LimitsExceeded),
        new(
            "500",
            () => Fault.Status(500, """{"detail":"Internal Error","errorId":"0123456789abcdef"}"""),
            "SentryServerError",
            SentryErrorCategory.ResourceUnavailable),
        new("connection reset", Fault.Reset, "SentryUnreachable", SentryErrorCategory.ConnectionError),
        new("truncated JSON", Fault.TruncatedJson, "SentryInvalidResponse", SentryErrorCategory.InvalidResult),
        new("slow drip", () => Fault.SlowDrip(TimeSpan.FromMilliseconds(50)), "SentryTimeout", SentryErrorCategory.OperationTimeout),
        new("HTML body", () => Fault.Html(), "SentryInvalidResponse", SentryErrorCategory.InvalidResult),
        new("HTML 502", () => Fault.Html(502), "SentryServerError", SentryErrorCategory.ResourceUnavailable),
        new("no Link header", Fault.NoLinkHeader, "IncompleteListing", SentryErrorCategory.InvalidResult),
    ];

    public static IEnumerable<string> Names => All.Select(fault => fault.Name);

    public static LastingFault Of(string name) => All.Single(fault => fault.Name == name);

    /// <summary>A time limit that the fault meets soon, or one that nothing else meets.</summary>
    public TimeSpan TimeLimit => Name == "slow drip" ? TimeSpan.FromMilliseconds(300) : TimeSpan.FromSeconds(47);
}
