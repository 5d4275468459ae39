using System.Runtime.CompilerServices;
using System.Security;

namespace SentryAudit.Core.Tests.Architecture;

/// <summary>Rules every object the module writes keeps, those of tomorrow too.</summary>
public sealed class ModelRuleTests
{
    private static readonly HashSet<Type> Allowed =
    [
        typeof(string),
        typeof(bool),
        typeof(bool?),
        typeof(int),
        typeof(int?),
        typeof(long),
        typeof(long?),
        typeof(DateTimeOffset),
        typeof(DateTimeOffset?),
        typeof(Uri),
        typeof(TimeSpan),
        typeof(TimeSpan?),
        typeof(StringList),
        // Prints as its type's name wherever it goes, which is what it is for.
        typeof(SecureString),
    ];

    // What Sentry may not tell must be able to be unknown; these are counted or decided here.
    private static readonly string[] Decided =
        ["SentryUserStatus.EverActive", "SentryUserStatusSummary.IsComplete", "SentryConnection.MaximumRetryCount"];

    public static TheoryData<Type> Output => [.. ModelTypes.Output];

    public static TheoryData<Type> Entities => [.. ModelTypes.Entities];

    [Theory]
    [MemberData(nameof(Output))]
    public void It_is_sealed(Type type) => Assert.True(type.IsSealed);

    [Theory]
    [MemberData(nameof(Output))]
    public void Its_properties_can_be_read_and_after_making_not_changed(Type type) => Assert.All(ModelTypes.Properties(type), property =>
        {
            Assert.True(property.GetMethod?.IsPublic, property.Name);
            var isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
            // When it was first seen only the inventory knows, which fills it in, as it does a member's teams from those of all teams.
            Assert.True(
                isInit is not false || (property.Name is "FirstSeen" or "TeamSlugs" or "TeamRoles" && property.SetMethod!.IsAssembly),
                $"{property.Name} can be set.");
        });

    [Theory]
    [MemberData(nameof(Output))]
    public void Its_properties_survive_Export_Csv(Type type) => Assert.All(ModelTypes.Properties(type), property =>
    {
        var plain = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Assert.True(Allowed.Contains(property.PropertyType) || plain.IsEnum, $"{property.Name} is {property.PropertyType}.");
    });

    [Theory]
    [MemberData(nameof(Output))]
    public void Its_flags_and_numbers_can_be_unknown(Type type) =>
        Assert.All(
            ModelTypes
                .Properties(type)
                .Where(property =>
                    property.PropertyType == typeof(bool) || property.PropertyType == typeof(int) || property.PropertyType == typeof(long)),
            property =>
                Assert.True(
                    type == typeof(SentryUserStatusSummary) || Decided.Contains($"{type.Name}.{property.Name}"),
                    $"{property.Name} has no null."));

    [Theory]
    [MemberData(nameof(Output))]
    public void It_says_what_it_is(Type type) => Assert.Equal(type, type.GetMethod(nameof(ToString), [])!.DeclaringType);

    [Theory]
    [MemberData(nameof(Entities))]
    public void An_entity_has_its_id_its_organization_and_when_it_was_seen(Type type)
    {
        Assert.Equal(typeof(string), type.GetProperty("Id")?.PropertyType);
        Assert.Equal(typeof(string), type.GetProperty("OrganizationSlug")?.PropertyType);
        Assert.Equal(typeof(DateTimeOffset?), type.GetProperty("FirstSeen")?.PropertyType);
        Assert.Equal(typeof(DateTimeOffset), type.GetProperty("LastUpdated")?.PropertyType);
        Assert.Equal(typeof(DateTimeOffset?), type.GetProperty("DateCreated")?.PropertyType);
    }

    [Fact]
    public void Enums_of_what_Sentry_sends_have_an_unknown_that_is_the_default() => Assert.All(
        ModelTypes.Core.GetExportedTypes().Where(type => type.IsEnum && type != typeof(SentryErrorCategory)),
        type => Assert.Equal("Unknown", Enum.GetName(type, 0)));
}
