using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security;
using SentryAudit.Tests;

namespace SentryAudit.Architecture.Tests;

/// <summary>Rules that every object keeps that the module writes, those of tomorrow too.</summary>
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

    // What Sentry may not report must be able to be unknown; these are counted or decided here.
    private static readonly string[] Decided =
        ["SentryUserStatus.EverActive", "SentryUserStatusSummary.IsComplete", "SentryConnection.MaximumRetryCount"];

    private static readonly (string Name, Type Type)[] OfEveryEntity =
    [
        ("Id", typeof(string)),
        ("OrganizationSlug", typeof(string)),
        ("FirstSeen", typeof(DateTimeOffset?)),
        ("LastUpdated", typeof(DateTimeOffset)),
    ];

    private static readonly PropertyInfo[] Properties = [.. ModelTypes.Output.SelectMany(ModelTypes.Properties)];

    [Fact]
    public void There_are_objects_to_look_at()
    {
        Assert.True(ModelTypes.Output.Count > 35);
        Assert.True(Properties.Length > 350);
        Assert.True(Enums().Count() > 10);
    }

    [Fact]
    public void An_object_is_sealed() => Offenders.None(ModelTypes.Output.Where(type => !type.IsSealed).Select(type => type.Name));

    [Fact]
    public void A_property_can_be_read() => None(property => property.GetMethod?.IsPublic is not true);

    // Only the inventory knows when an object was first seen, and fills it in; so it does a member's teams from those of all teams.
    [Fact]
    public void A_property_cannot_be_changed_afterwards() => None(property =>
        property.SetMethod is { } setter
        && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
        && !(setter.IsAssembly && property.Name is "FirstSeen" or "TeamId" or "TeamSlugs" or "TeamRoles"));

    [Fact]
    public void A_property_survives_Export_Csv() => Offenders.None(
        from property in Properties
        where !Allowed.Contains(property.PropertyType) && !Plain(property).IsEnum
        select $"{Shown(property)} is {property.PropertyType}");

    [Fact]
    public void Flags_and_numbers_can_be_unknown() => None(property =>
        (property.PropertyType == typeof(bool) || property.PropertyType == typeof(int) || property.PropertyType == typeof(long))
        && property.DeclaringType != typeof(SentryUserStatusSummary)
        && !Decided.Contains(Shown(property)));

    [Fact]
    public void An_object_prints_as_what_it_is() => Offenders.None(
        from type in ModelTypes.Output
        where type.GetMethod(nameof(ToString), [])!.DeclaringType != type
        select type.Name);

    [Fact]
    public void An_entity_has_its_id_its_organization_and_when_it_was_seen_and_read() => Offenders.None(
        from type in ModelTypes.Listed
        from property in OfEveryEntity
        where type.GetProperty(property.Name)?.PropertyType != property.Type
        select $"{type.Name}.{property.Name}");

    [Fact]
    public void An_entity_says_when_it_was_created() => Offenders.None(
        from type in ModelTypes.Entities
        where type.GetProperty("DateCreated")?.PropertyType != typeof(DateTimeOffset?)
        select type.Name);

    [Fact]
    public void What_Sentry_may_not_report_of_an_entity_can_be_null() => Offenders.None(
        from property in ModelTypes.Listed.SelectMany(ModelTypes.Properties)
        where property.Name is not "LastUpdated" && property.PropertyType is { IsValueType: true, IsEnum: false }
        where Nullable.GetUnderlyingType(property.PropertyType) is null
        select Shown(property));

    [Fact]
    public void A_secret_is_never_plain_text() => Offenders.None(
        from property in ModelTypes.Core.GetExportedTypes().SelectMany(type => type.GetProperties())
        where property.Name is "Token" or "Password" or "Secret" && property.PropertyType != typeof(SecureString)
        select Shown(property));

    [Fact]
    public void An_enum_of_what_Sentry_sends_has_an_unknown_that_is_the_default() => Offenders.None(
        from type in Enums()
        where Enum.GetName(type, Enum.ToObject(type, 0)) is not "Unknown"
        select type.Name);

    private static IEnumerable<Type> Enums() =>
        ModelTypes.Core.GetExportedTypes()
            .Where(type => type != typeof(SentryErrorCategory))
            .Concat(Properties.Select(Plain))
            .Where(type => type.IsEnum)
            .Distinct();

    private static Type Plain(PropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    private static void None(Func<PropertyInfo, bool> isOffender) => Offenders.None(Properties.Where(isOffender).Select(Shown));

    private static string Shown(PropertyInfo property) => $"{property.ReflectedType!.Name}.{property.Name}";
}
