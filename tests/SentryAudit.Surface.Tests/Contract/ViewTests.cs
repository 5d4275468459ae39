using System.Text.RegularExpressions;
using SentryAudit.Api.Stats;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>How objects look: a table that fits, a list with everything, and no text of Sentry's users raw on a terminal.</summary>
public sealed partial class ViewTests
{
    public static TheoryData<string> Models =>
        [
            .. CmdletTypes
                .Types.SelectMany(CmdletTypes.Outputs)
                .Where(type => type.Assembly == typeof(SentryMember).Assembly)
                .Select(type => type.Name)
                .Distinct(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Models))]
    public void ATableOfAtMostSixColumnsFits120(string model)
    {
        var table = View.Table(Model(model));

        Assert.NotNull(table);
        Assert.InRange(table.Widths.Count, 1, 6);
        Assert.Equal(table.Widths.Count, table.Items.Count);
        // One blank between columns.
        Assert.InRange(table.Widths.Sum() + table.Widths.Count - 1, 1, 120);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void TheListShowsEveryProperty(string model)
    {
        var list = View.List(Model(model));

        Assert.NotNull(list);
        var shown = list.Items.Select(item => item.Property ?? item.Label).OfType<string>();
        Assert.Equal(
            Model(model).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal),
            shown.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void AListEntryShowsThePropertyItIsNamedAfter(string model)
    {
        foreach (var (label, _, script) in View.List(Model(model))!.Items.Where(item => item.Script is not null))
        {
            Assert.Contains($"$_.{label}", script, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void TextIsCleanedBeforeItIsShown(string model)
    {
        var type = Model(model);
        var properties = new[] { View.Table(type), View.List(type) }.OfType<View>()
            .SelectMany(view => view.Items.Select(item => item.Property).Append(view.GroupBy?.Property)).OfType<string>();

        // Named directly, a property is shown raw: right for numbers and enumerations only.
        Assert.All(properties, name =>
            Assert.True(IsHarmless(type.GetProperty(name)!.PropertyType) || name == "OrganizationSlug", $"{model}.{name}"));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void ScriptsUseTheModulesOwnRendering(string model)
    {
        var type = Model(model);
        foreach (
            var script in new[] { View.Table(type), View.List(type) }
                .OfType<View>()
                .SelectMany(view => view.Items)
                .Select(item => item.Script)
                .OfType<string>())
        {
            Assert.Contains("[SentryAudit.SentryView]::", script, StringComparison.Ordinal);
            foreach (Match call in Call().Matches(script))
            {
                Assert.Contains(typeof(SentryView).GetMethods(), method => method.Name == call.Groups["name"].Value);
            }

            foreach (Match property in Property().Matches(script))
            {
                Assert.NotNull(type.GetProperty(property.Groups["name"].Value));
            }
        }
    }

    [Fact]
    public void ViewsAreOfTypesThatExist()
    {
        foreach (var name in View.All.SelectMany(view => view.Types))
        {
            Assert.NotNull(typeof(SentryMember).Assembly.GetType(name));
        }
    }

    private static Type Model(string name) => typeof(SentryMember).Assembly.GetType("SentryAudit." + name, throwOnError: true)!;

    private static bool IsHarmless(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { } plain
        && (plain.IsEnum || plain.IsPrimitive || plain == typeof(TimeSpan) || plain == typeof(DateTimeOffset));

    [GeneratedRegex(@"SentryView\]::(?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Call();

    [GeneratedRegex(@"\$_\.(?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Property();
}
