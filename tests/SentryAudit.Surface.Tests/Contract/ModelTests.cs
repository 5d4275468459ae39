using System.Security;
using System.Xml.Linq;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>What holds for every object the listings write.</summary>
public sealed class ModelTests
{
    private static readonly Type[] Plain =
    [
        typeof(string),
        typeof(bool),
        typeof(int),
        typeof(long),
        typeof(DateTimeOffset),
        typeof(Uri),
        typeof(TimeSpan),
        typeof(StringList),
        typeof(SecureString),
    ];

    public static TheoryData<string> Entities =>
        [
            "SentryOrganization",
            "SentryMember",
            "SentryTeam",
            "SentryProject",
            "SentryRelease",
            "SentryAlertRule",
            "SentryProjectKey",
            "SentryRepository",
            "SentryDeploy",
            "SentryMonitor",
            "SentryIntegration",
            "SentryCustomIntegration",
            "SentryInviteRequest",
            "SentryAuthProvider",
        ];

    [Theory]
    [MemberData(nameof(ViewTests.Models), MemberType = typeof(ViewTests))]
    public void PropertiesAreFlat(string model)
    {
        var type = Model(model);

        Assert.True(type.IsSealed);
        Assert.All(type.GetProperties(), property =>
        {
            var plain = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            Assert.True(plain.IsEnum || Plain.Contains(plain), $"{model}.{property.Name} is {plain}");
        });
    }

    [Theory]
    [MemberData(nameof(ViewTests.Models), MemberType = typeof(ViewTests))]
    public void EnumerationsHaveAnUnknown(string model) =>
        Assert.All(
            Model(model)
                .GetProperties()
                .Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
                .Where(type => type.IsEnum),
            type => Assert.Equal("Unknown", Enum.GetName(type, Enum.ToObject(type, 0))));

    [Theory]
    [MemberData(nameof(ViewTests.Models), MemberType = typeof(ViewTests))]
    public void ItPrintsAsItsKey(string model) => Assert.Equal(Model(model), Model(model).GetMethod("ToString", [])!.DeclaringType);

    [Theory]
    [MemberData(nameof(Entities))]
    public void EntitiesTellWhenTheyWereSeenAndReadAndWhereTheyBelong(string model)
    {
        var type = Model(model);

        Assert.Equal(typeof(DateTimeOffset?), type.GetProperty("FirstSeen")!.PropertyType);
        Assert.Equal(typeof(DateTimeOffset), type.GetProperty("LastUpdated")!.PropertyType);
        Assert.Equal(typeof(string), type.GetProperty("OrganizationSlug")!.PropertyType);
        Assert.Equal(typeof(string), type.GetProperty("Id")!.PropertyType);
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public void WhatSentryMayNotTellCanBeNull(string model) =>
        Assert.All(
            Model(model)
                .GetProperties()
                .Where(property =>
                    property.Name is not "LastUpdated" && property.PropertyType.IsValueType && !property.PropertyType.IsEnum),
            property => Assert.NotNull(Nullable.GetUnderlyingType(property.PropertyType)));

    [Fact]
    public void NoObjectHasAPropertyForASecretInPlainText() =>
        Assert.DoesNotContain(typeof(SentryMember).Assembly.GetExportedTypes().SelectMany(type => type.GetProperties()),
            property => property.Name is "Token" or "Password" or "Secret" && property.PropertyType != typeof(SecureString));

    [Fact]
    public void AliasesOfTypesPointAtProperties()
    {
        foreach (
            var type in XDocument.Load(Repository.PathOf("src", "SentryAudit", "Views", "SentryAudit.Types.ps1xml")).Root!.Elements("Type"))
        {
            var model = typeof(SentryMember).Assembly.GetType(type.Element("Name")!.Value, throwOnError: true)!;
            foreach (var alias in type.Descendants("AliasProperty"))
            {
                Assert.NotNull(model.GetProperty(alias.Element("ReferencedMemberName")!.Value));
                Assert.Null(model.GetProperty(alias.Element("Name")!.Value));
            }
        }
    }

    private static Type Model(string name) => typeof(SentryMember).Assembly.GetType("SentryAudit." + name, throwOnError: true)!;
}
