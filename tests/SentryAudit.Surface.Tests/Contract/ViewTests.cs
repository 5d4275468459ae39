using System.Text.RegularExpressions;
using System.Xml.Linq;
using SentryAudit.Api.Stats;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>How objects look: a table that fits, a list with everything, and no text of Sentry's users raw on a terminal.</summary>
public sealed partial class ViewTests
{
    private static readonly Type[] Models =
    [
        .. CmdletTypes
            .Types.SelectMany(CmdletTypes.Outputs)
            .Where(type => type.Assembly == typeof(SentryMember).Assembly)
            .Distinct(),
    ];

    [Fact]
    public void There_are_views_to_look_at()
    {
        Assert.True(Models.Length > 30);
        Assert.True(Models.Sum(model => Scripts(model).Count()) > 100);
        Assert.True(Models.SelectMany(Scripts).Sum(script => Call().Count(script)) > 100);
    }

    [Fact]
    public void Every_object_has_a_table_and_a_list() => Offenders.None(
        from model in Models
        where View.Table(model) is null || View.List(model) is null
        select model.Name);

    [Fact]
    public void Every_object_is_safe_in_Format_Wide_and_Format_Custom() => Offenders.None(
        from model in Models
        where !View.All.Any(view => view.IsWide && view.Types.Contains(model.FullName, StringComparer.Ordinal))
            || !View.All.Any(view => view.IsCustom && view.Types.Contains(model.FullName, StringComparer.Ordinal))
        select $"{model.Name}: add it to AnyObject.Format.ps1xml");

    [Fact]
    public void A_table_has_at_most_six_columns() => Offenders.None(
        from model in Models
        from table in Tables(model)
        where table.Widths.Count is < 1 or > 6 || table.Widths.Count != table.Items.Count
        select $"{model.Name}: {table.Widths.Count} headers, {table.Items.Count} columns");

    [Fact]
    public void A_table_fits_120() => Offenders.None(
        from model in Models
        from table in Tables(model)
        // One blank between columns.
        let width = table.Widths.Sum() + table.Widths.Count - 1
        where width is < 1 or > 120
        select $"{model.Name}: {width}");

    [Fact]
    public void The_list_shows_every_property() => Offenders.None(
        from model in Models
        from list in Lists(model)
        let shown = list.Items.Select(item => item.Property ?? item.Label).OfType<string>().ToArray()
        let properties = model.GetProperties().Select(property => property.Name).ToArray()
        where !properties.Order(StringComparer.Ordinal).SequenceEqual(shown.Order(StringComparer.Ordinal))
        select $"{model.Name}: {string.Join(", ", properties.Except(shown).Concat(shown.Except(properties)))}");

    [Fact]
    public void A_list_entry_shows_the_property_it_is_named_after() => Offenders.None(
        from model in Models
        from list in Lists(model)
        from item in list.Items
        where item.Script?.Contains($"$_.{item.Label}", StringComparison.Ordinal) is false
        select $"{model.Name}.{item.Label}");

    // Named directly, a property is shown raw: right for numbers and enumerations only.
    [Fact]
    public void Text_is_cleaned_before_it_is_shown() => Offenders.None(
        from model in Models
        from view in Tables(model).Concat(Lists(model))
        from name in view.Items.Select(item => item.Property).Append(view.GroupBy?.Property).OfType<string>()
        where !IsHarmless(model.GetProperty(name)!.PropertyType)
        select $"{model.Name}.{name}");

    [Fact]
    public void Scripts_use_the_modules_own_rendering() => Offenders.None(
        from model in Models
        from script in Scripts(model)
        where !script.Contains("[SentryAudit.SentryView]::", StringComparison.Ordinal)
        select $"{model.Name}: {script}");

    [Fact]
    public void Scripts_call_methods_that_exist() => Offenders.None(
        from model in Models
        from script in Scripts(model)
        from call in Call().Matches(script)
        where typeof(SentryView).GetMethods().All(method => method.Name != call.Groups["name"].Value)
        select $"{model.Name}: {script}");

    [Fact]
    public void Scripts_read_properties_that_exist() => Offenders.None(
        from model in Models
        from script in Scripts(model)
        from property in Property().Matches(script)
        where model.GetProperty(property.Groups["name"].Value) is null
        select $"{model.Name}: {script}");

    [Fact]
    public void Views_are_of_types_that_exist() => Offenders.None(
        from name in View.All.SelectMany(view => view.Types)
        where typeof(SentryMember).Assembly.GetType(name) is null
        select name);

    [Fact]
    public void Aliases_of_types_point_at_properties()
    {
        var types = XDocument.Load(Repository.PathOf("src", "SentryAudit", "Views", "SentryAudit.Types.ps1xml")).Root!.Elements("Type");
        var aliases = (
            from type in types
            from alias in type.Descendants("AliasProperty")
            let model = typeof(SentryMember).Assembly.GetType(type.Element("Name")!.Value, throwOnError: true)!
            select (Model: model, Alias: alias.Element("Name")!.Value, Property: alias.Element("ReferencedMemberName")!.Value)).ToArray();

        Assert.True(aliases.Length > 10);
        Offenders.None(
            from alias in aliases
            where alias.Model.GetProperty(alias.Property) is null || alias.Model.GetProperty(alias.Alias) is not null
            select $"{alias.Model.Name}: {alias.Alias} for {alias.Property}");
    }

    private static IEnumerable<View> Tables(Type model) => View.Table(model) is { } table ? [table] : [];

    private static IEnumerable<View> Lists(Type model) => View.List(model) is { } list ? [list] : [];

    private static IEnumerable<string> Scripts(Type model) =>
        Tables(model).Concat(Lists(model)).SelectMany(view => view.Items).Select(item => item.Script).OfType<string>();

    private static bool IsHarmless(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { } plain
        && (plain.IsEnum || plain.IsPrimitive || plain == typeof(TimeSpan) || plain == typeof(DateTimeOffset));

    [GeneratedRegex(@"SentryView\]::(?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Call();

    [GeneratedRegex(@"\$_\.(?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Property();
}
