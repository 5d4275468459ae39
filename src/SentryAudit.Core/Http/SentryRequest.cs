using SentryAudit.Common.Text;
using SentryAudit.Http.Endpoints;

namespace SentryAudit.Http;

/// <summary>One call to Sentry, before the transport makes attempts of it.</summary>
internal sealed record SentryRequest
{
    public HttpMethod Method { get; init; } = HttpMethod.Get;

    /// <summary>Base address of the host to ask: the connection's own or a region host it announced.</summary>
    public required Uri Host { get; init; }

    public required SentryEndpoint Endpoint { get; init; }

    /// <summary>Escaped path below <c>/api/0/</c>, or below the host for what a sign-in asks.</summary>
    public required string Path { get; init; }

    /// <summary>A part of the path that must not show in verbose output, as a client key.</summary>
    public SecretText? HiddenInPath { get; init; }

    /// <summary>Query parameters in order; a name may stand several times, as Sentry wants for lists.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>JSON to send; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>Form fields to send instead of JSON; null for none.</summary>
    public IReadOnlyList<FormField>? Form { get; init; }

    /// <summary>True while it is not certain that the host exists: a mistyped address should not cost five attempts.</summary>
    public bool IsFirstContact { get; init; }

    /// <summary>Who hears of attempts, waits and deprecations of this call.</summary>
    public ITransportObserver Observer { get; init; } = SilentObserver.Instance;

    /// <summary>Method and path template, as errors and warnings name it.</summary>
    public string EndpointName => $"{Method} {(Endpoint.Template.Length == 0 ? "/" : Endpoint.Template)}";
}
