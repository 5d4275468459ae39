using System.Management.Automation;
using System.Reflection;
using SentryAudit.Filters;
using SentryAudit.Requests;
using SentryAudit.Surface.Tests.Contract;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Filters;

/// <summary>Every parameter of every cmdlet is a filter with a list of its values, or somebody wrote down why not.</summary>
public sealed class FilterContractTests
{
    private static readonly string[] Readers = ["Get", "Compare", "Export", "Sync"];

    private static readonly CmdletParameter[] All = [.. CmdletTypes.Types.SelectMany(CmdletTypes.Parameters)];

    private static readonly (CmdletParameter Parameter, FilterValues Values)[] Filters =
    [
        .. from parameter in All
           let filter = parameter.Property.GetCustomAttribute<FilterAttribute>()
           where filter is not null
           select (parameter, filter.Values),
    ];

    [Fact]
    public void A_parameter_is_a_filter_or_has_a_line() => Offenders.None(
        from parameter in All
        where !IsFilter(parameter) && !IsSubject(parameter) && !FilterTable.NoFilters.ContainsKey(parameter.Name)
        select $"{parameter}: mark it with [Filter], or say in FilterTable what it does");

    [Fact]
    public void A_reader_leaves_nothing_out_but_by_filters() => Offenders.None(
        from parameter in All
        where Readers.Contains(CmdletTypes.Verb(parameter.Cmdlet)) && !IsFilter(parameter) && !IsSubject(parameter)
        where parameter.Name is "Role" or "Status" or "Environment" or "Team" or "Project" or "Release" or "Member" or "Query" or "Kind"
        select $"{parameter}: in a cmdlet that reads this is a filter");

    [Fact]
    public void A_line_is_of_some_parameter() => Offenders.None(
        FilterTable.NoFilters.Keys.Concat(FilterTable.Free.Keys).Where(name => !Array.Exists(All, parameter => parameter.Name == name)));

    [Fact]
    public void Values_that_PowerShell_checks_are_listed_by_the_parameter() => Offenders.None(
        from filter in Filters
        where filter.Values is FilterValues.Fixed
        where !filter.Parameter.IsSwitch && !filter.Parameter.Element.IsEnum && !filter.Parameter.Has<ValidateSetAttribute>()
        select $"{filter.Parameter}");

    [Fact]
    public void Names_of_objects_are_keys() => Offenders.None(
        from filter in Filters where filter.Values is FilterValues.Objects && !filter.Parameter.IsKey select $"{filter.Parameter}");

    [Fact]
    public void Free_text_has_a_line() => Offenders.None(
        from filter in Filters
        where filter.Values is FilterValues.Free && !FilterTable.Free.ContainsKey(filter.Parameter.Name)
        select $"{filter.Parameter}: say in FilterTable why any value is possible");

    [Fact]
    public void Every_other_filter_has_known_values_and_completes_them() => Offenders.None(
        from filter in Filters
        where filter.Values is not (FilterValues.Free or FilterValues.Fixed or FilterValues.Objects)
        where KnownValues.Find(filter.Values) is null || !IsCompleted(filter)
        select $"{filter.Parameter}");

    [Fact]
    public void Every_kind_of_value_is_some_filters() =>
        Assert.Equal(Enum.GetValues<FilterValues>(), Filters.Select(filter => filter.Values).Distinct().Order());

    private static bool IsFilter(CmdletParameter parameter) => parameter.Property.IsDefined(typeof(FilterAttribute));

    // What a cmdlet is about comes first, or is one of the two names of a pair.
    private static bool IsSubject(CmdletParameter parameter) =>
        parameter.Sets.Any(set => set.Position is 0)
        || (parameter.IsKey && !Readers.Contains(CmdletTypes.Verb(parameter.Cmdlet)) && parameter.Sets.Any(set => set.Mandatory));

    // What this module itself lists is in the help, too.
    private static bool IsCompleted((CmdletParameter Parameter, FilterValues Values) filter) =>
        filter.Values is FilterValues.CmdletName or FilterValues.PropertyName || filter.Parameter.Has<ArgumentCompleterAttribute>();
}
