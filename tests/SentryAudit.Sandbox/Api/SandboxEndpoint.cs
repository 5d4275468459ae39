using SentryAudit.Sandbox.Access;

namespace SentryAudit.Sandbox.Api;

/// <summary>One endpoint: its path below <c>/api/0/</c>, who may call it, and what it answers.</summary>
internal sealed record SandboxEndpoint(string Template, string[] Scopes, Func<Exchange, Answer> Respond)
{
    public string Method { get; init; } = "GET";
    public Silo Silo { get; init; } = Silo.Region;

    /// <summary>Null: the limit of the options, per second.</summary>
    public RateLimit? Limit { get; init; }

    /// <summary>Sentry's name of the endpoint that replaces this one, when it is on its way out.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Whether it needs a person: organization tokens are answered 404.</summary>
    public bool NeedsUser { get; init; }

    /// <summary>Whether it answers without any token.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Whether it belongs to the alert engine of 2026, which old servers lack.</summary>
    public bool WorkflowEngine { get; init; }

    /// <summary>Whether only sentry.io has it: what has to do with paying.</summary>
    public bool HostedOnly { get; init; }

    public bool OrganizationScoped => Template.Contains("{org}", StringComparison.Ordinal);
}
