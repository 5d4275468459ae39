using System.Management.Automation;
using SentryAudit.Cmdlets;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>What holds for parameters by which users name objects.</summary>
public sealed class KeyParameterTests
{
    private static readonly CmdletParameter[] Keys =
        [.. CmdletTypes.Types.SelectMany(CmdletTypes.Parameters).Where(parameter => parameter.IsKey)];

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["Organization"] = "OrganizationSlug",
        ["Project"] = "ProjectSlug",
        ["Team"] = "TeamSlug",
        ["Member"] = "MemberId",
        ["Issue"] = "IssueId",
        ["Event"] = "EventId",
    };

    [Fact]
    public void There_are_keys_of_each_sort_to_look_at()
    {
        Assert.True(Keys.Length > 100);
        Assert.True(Keys.Count(IsOfSomethingNew) >= 3);
        Assert.All(Aliases.Keys, name => Assert.Contains(Keys, key => key.Name == name));
    }

    [Fact]
    public void A_key_takes_several() => None(key => !key.Property.PropertyType.IsArray && !IsOfSomethingNew(key));

    [Fact]
    public void A_key_takes_wildcards_unless_something_new_is_made() => None(key =>
        key.Has<SupportsWildcardsAttribute>() == IsOfSomethingNew(key));

    [Fact]
    public void A_key_is_completed() => None(key => !key.Has<ArgumentCompleterAttribute>());

    // PowerShell must not refuse emptiness in objects of the pipeline before the cmdlet sees these: a rule of several projects has no one
    // project. The cmdlet itself refuses an empty key of the command line.
    [Fact]
    public void A_key_is_not_empty() => None(key =>
        key.Has<ValidateNotNullOrEmptyAttribute>()
        == (key.Cmdlet.GetProperty("InputObject") is not null && key.Sets.Any(set => set.ByName || set.ByValue)));

    [Fact]
    public void A_key_is_named_after_its_type() => None(key => key.Element.Name != key.Name + "Reference");

    [Fact]
    public void A_key_has_the_alias_of_the_objects_property() => None(key =>
        Aliases.TryGetValue(key.Name, out var alias) && !key.Aliases.Contains(alias));

    // A rule from the pipeline comes with its project, which must not narrow the search for the others; and the rows of other systems
    // say nothing of Sentry's organizations.
    [Fact]
    public void A_key_binds_by_name() => None(key =>
        Aliases.ContainsKey(key.Name)
        && CmdletTypes.Name(key.Cmdlet) is not "Compare-SentryMember"
        && key.Property.DeclaringType != typeof(SentryAlertRuleChangeCmdlet)
        && !key.Sets.Any(set => set.ByName));

    private static void None(Func<CmdletParameter, bool> isOffender) =>
        Offenders.None(Keys.Where(isOffender).Select(key => $"{key}"));

    /// <summary>Something new is made for what is named, not for what resembles it.</summary>
    private static bool IsOfSomethingNew(CmdletParameter key) =>
        CmdletTypes.Verb(key.Cmdlet) == VerbsCommon.New && key.Name is not "Organization";
}
