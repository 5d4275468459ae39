using System.Reflection;
using SentryAudit.Http.Endpoints;

namespace SentryAudit.Core.Tests.Http.Endpoints;

/// <summary>What holds for every endpoint.</summary>
public sealed class SentryEndpointsTests
{
    [Fact]
    public void Every_endpoint_ends_in_a_slash_and_names_its_scopes() =>
        Assert.All(
            typeof(SentryEndpoint)
                .Assembly.GetTypes()
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
                .Where(field => field.FieldType == typeof(SentryEndpoint))
                .Select(field => (SentryEndpoint)field.GetValue(null)!)
                .Where(endpoint => endpoint != OrganizationEndpoints.Index && !endpoint.IsSignIn),
            endpoint =>
            {
                Assert.EndsWith("/", endpoint.Template, StringComparison.Ordinal);
                Assert.NotEmpty(endpoint.Scopes);
            });
}
