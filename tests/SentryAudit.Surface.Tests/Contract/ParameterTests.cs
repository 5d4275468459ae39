using System.Management.Automation;
using System.Security;
using System.Text.RegularExpressions;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>What holds for every parameter.</summary>
public sealed partial class ParameterTests
{
    private static readonly string[] Secrets = ["Token", "Secret", "Password"];

    private static readonly CmdletParameter[] All = [.. CmdletTypes.Types.SelectMany(CmdletTypes.Parameters)];

    [Fact]
    public void There_are_parameters_of_each_sort_to_look_at()
    {
        Assert.True(All.Length > 400);
        Assert.True(All.Count(IsSecret) >= 2);
        Assert.True(All.Count(parameter => parameter.IsSwitch) > 40);
        Assert.True(All.Count(parameter => parameter.Element == typeof(int)) >= 3);
        Assert.True(All.Count(parameter => parameter.Element == typeof(string)) > 50);
        Assert.True(All.Count(IsAddress) >= 2);
    }

    [Fact]
    public void A_secret_is_never_plain_text() => None(parameter =>
        IsSecret(parameter) && parameter.Element != typeof(SecureString) && parameter.Element != typeof(PSCredential));

    [Fact]
    public void A_name_is_in_PascalCase() => None(parameter => !PascalCase().IsMatch(parameter.Name));

    // Readers name objects by their kind; what is made or changed has a name.
    [Fact]
    public void Only_what_is_made_or_changed_has_a_Name() => None(parameter =>
        parameter.Name is "Name" && CmdletTypes.Verb(parameter.Cmdlet) is not (VerbsCommon.New or VerbsCommon.Set));

    [Fact]
    public void A_name_is_a_singular() => None(parameter =>
        parameter.Property.PropertyType.IsArray && parameter.Name.EndsWith('s') && parameter.Name is not ("Status" or "Previous"));

    [Fact]
    public void A_truth_is_a_switch() => None(parameter => parameter.Element == typeof(bool));

    [Fact]
    public void A_time_knows_its_offset() => None(parameter => parameter.Element == typeof(DateTime));

    [Fact]
    public void A_number_has_a_range() => None(parameter =>
        parameter.Element == typeof(int) && !parameter.Has<ValidateRangeAttribute>());

    [Fact]
    public void A_text_says_whether_it_may_be_empty() => None(parameter =>
        parameter.Element == typeof(string)
        && !parameter.Has<ValidateNotNullOrEmptyAttribute>()
        && !parameter.Has<ValidateLengthAttribute>()
        && !parameter.Has<ValidateSetAttribute>()
        && !parameter.Has<AllowEmptyStringAttribute>()
        && !parameter.Has<AllowEmptyCollectionAttribute>());

    [Fact]
    public void An_address_is_a_Uri() => None(parameter => IsAddress(parameter) && parameter.Element != typeof(Uri));

    [Fact]
    public void A_switch_is_optional_and_has_no_position() => None(parameter =>
        parameter.IsSwitch && parameter.Sets.Any(set => set.Mandatory || set.Position is not null));

    [Fact]
    public void Every_connected_cmdlet_takes_a_connection()
    {
        var connected = CmdletTypes.Types
            .Where(type => CmdletTypes.Verb(type) is "Get" or "Test" or "Sync")
            .Where(type => CmdletTypes.Noun(type) is not "SentryConnection")
            .Where(type => CmdletTypes.Name(type) is not ("Get-SentryInventory" or "Get-SentrySession"))
            .ToArray();

        Assert.True(connected.Length > 20);
        Offenders.None(
            from type in connected
            where !CmdletTypes.Parameters(type).Any(parameter => parameter.Property.PropertyType == typeof(SentryConnection))
            select CmdletTypes.Name(type));
    }

    private static void None(Func<CmdletParameter, bool> isOffender) =>
        Offenders.None(All.Where(isOffender).Select(parameter => $"{parameter}"));

    private static bool IsSecret(CmdletParameter parameter) =>
        !parameter.IsSwitch
        && Secrets.Any(secret =>
            parameter.Aliases.Append(parameter.Name).Any(name => name.Contains(secret, StringComparison.OrdinalIgnoreCase)));

    private static bool IsAddress(CmdletParameter parameter) => parameter.Name.EndsWith("Uri", StringComparison.Ordinal);

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PascalCase();
}
