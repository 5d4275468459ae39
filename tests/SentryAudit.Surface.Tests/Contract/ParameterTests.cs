using System.Management.Automation;
using System.Security;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>What holds for every parameter.</summary>
public sealed class ParameterTests
{
    private static readonly string[] Secrets = ["Token", "Secret", "Password"];

    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var type in Cmdlets.Types)
            {
                foreach (var parameter in Cmdlets.Parameters(type))
                {
                    data.Add(Cmdlets.Name(type), parameter.Name);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void KeysAreArraysThatFilterCompleteAndBindByName(string cmdlet, string name)
    {
        var parameter = Find(cmdlet, name);
        if (!parameter.IsKey)
        {
            return;
        }

        Assert.True(parameter.Property.PropertyType.IsArray);
        Assert.True(parameter.Has<SupportsWildcardsAttribute>());
        Assert.True(parameter.Has<ArgumentCompleterAttribute>());
        // Emptiness is refused when binding, except where objects of this module bring it: a rule of several projects has no one project.
        Assert.Equal(!(cmdlet == "Get-SentryAlertRule" && name == "Project"), parameter.Has<ValidateNotNullOrEmptyAttribute>());
        Assert.Equal(parameter.Name + "Reference", parameter.Element.Name);
    }

    [Theory]
    [InlineData("Organization", "OrganizationSlug")]
    [InlineData("Project", "ProjectSlug")]
    [InlineData("Team", "TeamSlug")]
    [InlineData("Member", "MemberId")]
    [InlineData("Issue", "IssueId")]
    [InlineData("Event", "EventId")]
    public void KeysHaveTheAliasOfTheObjectsProperty(string name, string alias)
    {
        var keys = Cmdlets.Types.SelectMany(Cmdlets.Parameters).Where(parameter => parameter.IsKey && parameter.Name == name).ToArray();

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains(alias, key.Aliases));
        Assert.All(keys, key => Assert.Contains(key.Sets, set => set.ByName));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ASecretIsNeverPlainText(string cmdlet, string name)
    {
        var parameter = Find(cmdlet, name);
        if (!parameter.IsSwitch && Secrets.Any(secret => name.Contains(secret, StringComparison.OrdinalIgnoreCase) || parameter.Aliases.Any(alias => alias.Contains(secret, StringComparison.OrdinalIgnoreCase))))
        {
            Assert.Contains(parameter.Element, new[] { typeof(SecureString), typeof(PSCredential) });
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void NamesAreSingularPascalCaseAndNotName(string cmdlet, string name)
    {
        Assert.Matches("^[A-Z][A-Za-z0-9]*$", name);
        Assert.NotEqual("Name", name);
        var parameter = Find(cmdlet, name);
        Assert.False(parameter.Property.PropertyType.IsArray && name.EndsWith('s') && name is not ("Status" or "Previous"), name);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TypesSayWhatTheyHold(string cmdlet, string name)
    {
        var parameter = Find(cmdlet, name);

        Assert.NotEqual(typeof(bool), parameter.Element);
        Assert.NotEqual(typeof(DateTime), parameter.Element);
        if (parameter.Element == typeof(int))
        {
            Assert.True(parameter.Has<ValidateRangeAttribute>());
        }

        if (parameter.Element == typeof(string))
        {
            Assert.True(parameter.Has<ValidateNotNullOrEmptyAttribute>());
        }

        if (name.EndsWith("Uri", StringComparison.Ordinal))
        {
            Assert.Equal(typeof(Uri), parameter.Element);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void SwitchesAreOptionalAndHaveNoPosition(string cmdlet, string name)
    {
        var parameter = Find(cmdlet, name);
        if (parameter.IsSwitch)
        {
            Assert.All(parameter.Sets, set => Assert.False(set.Mandatory || set.Position is not null));
        }
    }

    [Theory]
    [InlineData("Get-SentryOrganization", "Organization")]
    [InlineData("Get-SentryMember", "Member")]
    [InlineData("Get-SentryTeam", "Team")]
    [InlineData("Get-SentryProject", "Project")]
    [InlineData("Get-SentryRelease", "Release")]
    [InlineData("Get-SentryAlertRule", "AlertRule")]
    [InlineData("Get-SentryTeamMember", "Team")]
    [InlineData("Get-SentryRole", "Role")]
    [InlineData("Get-SentryAccess", "Member")]
    [InlineData("Get-SentryAuditLog", "Actor")]
    [InlineData("Get-SentryUserStatus", "Member")]
    [InlineData("Get-SentryProjectKey", "ProjectKey")]
    [InlineData("Get-SentryRepository", "Repository")]
    [InlineData("Get-SentryDeploy", "Release")]
    [InlineData("Get-SentryMonitor", "Monitor")]
    [InlineData("Get-SentryIntegration", "Integration")]
    [InlineData("Get-SentryCustomIntegration", "CustomIntegration")]
    [InlineData("Get-SentryInviteRequest", "InviteRequest")]
    [InlineData("Get-SentryIssue", "Issue")]
    [InlineData("Get-SentryEvent", "Issue")]
    [InlineData("Get-SentryEventEntry", "Event")]
    [InlineData("Get-SentryUserFeedback", "Project")]
    [InlineData("Get-SentryProjectUser", "Project")]
    [InlineData("Get-SentryInventory", "Organization")]
    [InlineData("Remove-SentryInventory", "Inventory")]
    public void PositionZeroIsTheCmdletsOwnKey(string cmdlet, string key)
    {
        var positioned = Cmdlets.Parameters(Cmdlets.Of(cmdlet)).Where(parameter => parameter.Sets.Any(set => set.Position is 0));

        Assert.Equal([key], positioned.Select(parameter => parameter.Name));
    }

    [Theory]
    [InlineData("Get-SentryMember", "Member")]
    [InlineData("Get-SentryTeam", "Team")]
    [InlineData("Get-SentryProject", "Team")]
    [InlineData("Get-SentryRelease", "Project")]
    [InlineData("Get-SentryAlertRule", "Project")]
    [InlineData("Get-SentryRelease", "Organization")]
    [InlineData("Get-SentryProjectKey", "Project")]
    [InlineData("Get-SentryMonitor", "Project")]
    [InlineData("Get-SentryDeploy", "Release")]
    [InlineData("Get-SentryIntegration", "Integration")]
    [InlineData("Get-SentryIssue", "Project")]
    [InlineData("Get-SentryEvent", "Issue")]
    [InlineData("Get-SentryEvent", "Project")]
    [InlineData("Get-SentryEventEntry", "Event")]
    [InlineData("Get-SentryUserFeedback", "Project")]
    [InlineData("Get-SentryProjectUser", "Project")]
    public void WhatOtherCmdletsWriteBindsByName(string cmdlet, string parameter) =>
        Assert.Contains(Find(cmdlet, parameter).Sets, set => set.ByName);

    [Fact]
    public void EveryConnectedCmdletTakesAConnection() =>
        Assert.All(Cmdlets.Types.Where(type => Cmdlets.Verb(type) is "Get" or "Test" or "Sync" && Cmdlets.Noun(type) != "SentryConnection" && Cmdlets.Name(type) is not ("Get-SentryInventory" or "Get-SentrySession")),
            type => Assert.Contains(Cmdlets.Parameters(type), parameter => parameter.Property.PropertyType == typeof(SentryConnection)));

    private static CmdletParameter Find(string cmdlet, string name) => Cmdlets.Parameters(Cmdlets.Of(cmdlet)).Single(parameter => parameter.Name == name);
}
