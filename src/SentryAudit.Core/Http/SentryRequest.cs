using SentryAudit.Common.Errors;
using SentryAudit.Common.Text;
using SentryAudit.Http.Endpoints;

namespace SentryAudit.Http;

/// <summary>One call to Sentry, for which the transport makes one or more attempts.</summary>
internal sealed record SentryRequest
{
    public HttpMethod Method { get; init; } = HttpMethod.Get;

    /// <summary>Base address of the host to ask: the connection's own, or a region host that it announced.</summary>
    public required Uri Host { get; init; }

    public required SentryEndpoint Endpoint { get; init; }

    /// <summary>Escaped path below <c>/api/0/</c>; for a sign-in, below the host.</summary>
    public required string Path { get; init; }

    /// <summary>A part of the path that must not be shown in verbose output, for example a client key.</summary>
    public SecretText? HiddenInPath { get; init; }

    /// <summary>Query parameters in order; the name of a list occurs once for each item.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>JSON to send; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>Form fields to send instead of JSON; null for none.</summary>
    public IReadOnlyList<FormField>? Form { get; init; }

    /// <summary>Whether it is not certain yet that the host exists: a mistyped address should not cost five attempts.</summary>
    public bool IsFirstContact { get; init; }

    /// <summary>Receives reports of the attempts, waits and deprecations of this call.</summary>
    public ITransportObserver Observer { get; init; } = SilentObserver.Instance;

    /// <summary>What it is about; null where the path names nothing.</summary>
    public FaultSubject? Subject => RequestNames.SubjectOf(this);

    /// <summary>Method and path with the names in it, for errors.</summary>
    public string Call => $"{Method} {RequestNames.PathOf(this)}";

    /// <summary>Method and path template, which name the kind of call in warnings.</summary>
    public string EndpointName => $"{Method} {(Endpoint.Template.Length == 0 ? "/" : Endpoint.Template)}";
}
