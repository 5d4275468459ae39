using System.Reflection;
using SentryAudit.Api.Calls;
using SentryAudit.Http.Endpoints;

namespace SentryAudit.Core.Tests.Api.Calls;

/// <summary>What may happen to the order of each of Sentry's lists: a list whose order moves is not anchored, but proved.</summary>
public sealed class ListOrderTests
{
    // By id, by the time something was made, newest first or last.
    private static readonly string[] Holding =
    [
        "organizations/",
        "organizations/{org}/combined-rules/",
        "organizations/{org}/detectors/",
        "organizations/{org}/issues/{issue}/events/",
        "organizations/{org}/members/",
        "organizations/{org}/project-keys/",
        "organizations/{org}/releases/",
        "organizations/{org}/releases/{version}/deploys/",
        "organizations/{org}/sentry-apps/",
        "organizations/{org}/workflows/",
        "projects/{org}/{project}/events/",
        "projects/{org}/{project}/keys/",
        "projects/{org}/{project}/rules/",
        "projects/{org}/{project}/user-feedback/",
    ];

    [Fact]
    public void Lists_that_are_not_known_to_hold_their_order_are_proved()
    {
        var listings = typeof(Listing<>).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(field => field.FieldType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Listing<>))
            .Select(field => (dynamic)field.GetValue(null)!)
            .Select(listing => (((SentryEndpoint)listing.Endpoint).Template, (ListOrder)listing.Order))
            .ToArray();

        Assert.True(listings.Length > 15);
        Assert.All(listings, listing => Assert.True(
            listing.Item2 == (Holding.Contains(listing.Template) ? ListOrder.Holds : ListOrder.Moves), listing.Template));
    }
}
