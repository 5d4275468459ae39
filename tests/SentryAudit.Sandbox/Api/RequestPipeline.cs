using Microsoft.AspNetCore.Http;
using SentryAudit.Sandbox.Access;

namespace SentryAudit.Sandbox.Api;

/// <summary>From a matched endpoint to its answer, in the order Sentry decides: place, caller, organization, rights, limits.</summary>
internal sealed class RequestPipeline(SandboxWorld world)
{
    private const string DeprecatedSince = "2026-05-14T00:00:00+00:00";

    public Answer Handle(SandboxEndpoint endpoint, HttpRequest request, ReadOnlyMemory<byte> sent, int shift) => world.Estate.Read(() =>
    {
        try
        {
            var exchange = new Exchange(request, world, endpoint) { Shift = shift, Sent = sent };
            RefuseWrongPlace(exchange);
            Authenticate(exchange);
            FindOrganization(exchange);
            return Deprecate(endpoint, Limit(exchange));
        }
        catch (ApiError error)
        {
            return Deprecate(endpoint, error.Answer);
        }
    });

    private void RefuseWrongPlace(Exchange exchange)
    {
        var endpoint = exchange.Endpoint;
        if ((endpoint.Silo is Silo.Control && exchange.CalledRegion is not null)
            || (endpoint.WorkflowEngine && world.Options.LegacyAlertsOnly)
            || (endpoint.HostedOnly && world.Options.SelfHosted))
        {
            throw ApiError.NotFound();
        }
    }

    private void Authenticate(Exchange exchange)
    {
        if (BearerAuthentication.Read(exchange.Authorization, world.Tokens) is { } token)
        {
            exchange.Token = token;
        }
        else if (!exchange.Endpoint.Anonymous)
        {
            _ = exchange.Token;
        }
    }

    private void FindOrganization(Exchange exchange)
    {
        var bound = exchange.TokenIfAny?.BoundTo;
        if (!exchange.Endpoint.OrganizationScoped)
        {
            if (bound is not null && exchange.Endpoint.Template is not ("organizations/" or ""))
            {
                throw ApiError.Unauthorized("This token access is limited to organization endpoints.");
            }

            return;
        }

        var wanted = exchange.Route("org");
        var organization = world.Estate.Organizations.Find(candidate => candidate.Slug == wanted || candidate.Id == wanted);
        if (organization is null || (exchange.CalledRegion is { } region && region != organization.Region))
        {
            throw exchange.CalledRegion is null && !world.Options.SelfHosted ? ApiError.NotFoundByGateway() : ApiError.NotFound();
        }

        if (bound is not null && bound != organization)
        {
            throw ApiError.Unauthorized("Unauthorized organization access.");
        }

        exchange.Organization = organization;
    }

    private Answer Limit(Exchange exchange)
    {
        if (!world.LimitsRates || exchange.TokenIfAny is not { } token)
        {
            return Permitted(exchange);
        }

        var limit = exchange.Endpoint.Limit ?? new RateLimit(world.Options.RateLimitPerSecond, 1);
        var counted = limit.Shared ? "organization:" + exchange.Organization.Id : token.Caller;
        var state = world.Limiter.Count(counted, $"{exchange.Endpoint.Method} {exchange.Endpoint.Template}", limit);
        return state.Exceeded ? state.Refusal() : state.Stamp(Permitted(exchange));
    }

    private static Answer Permitted(Exchange exchange)
    {
        try
        {
            if (exchange.TokenIfAny is not null && !exchange.CanAny(exchange.Endpoint.Scopes))
            {
                throw ApiError.Forbidden();
            }

            return exchange.Endpoint.NeedsUser && exchange.Token.User is null
                ? throw ApiError.NotFound()
                : exchange.Endpoint.Respond(exchange);
        }
        catch (ApiError error)
        {
            // Refused after the limiter counted: the refusal carries the limiter's headers too.
            return error.Answer;
        }
    }

    /// <summary>Sentry's decorator marks every answer of a retired endpoint, refusals too, but does nothing on self-hosted.</summary>
    private Answer Deprecate(SandboxEndpoint endpoint, Answer answer) =>
        endpoint.ReplacedBy is null || world.Options.SelfHosted
            ? answer
            : answer.With("X-Sentry-Deprecation-Date", DeprecatedSince).With("X-Sentry-Replacement-Endpoint", endpoint.ReplacedBy);
}
