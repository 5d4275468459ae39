using System.Management.Automation;
using System.Security;
using SentryAudit.Cmdlets;
using SentryAudit.Commands.Member;

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
            foreach (var type in CmdletTypes.Types)
            {
                foreach (var parameter in CmdletTypes.Parameters(type))
                {
                    data.Add(CmdletTypes.Name(type), parameter.Name);
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

        // Something new is made for what is named, not for what resembles it.
        var isNew = CmdletTypes.Verb(CmdletTypes.Of(cmdlet)) == VerbsCommon.New && name != "Organization";
        Assert.True(parameter.Property.PropertyType.IsArray || isNew);
        Assert.Equal(!isNew, parameter.Has<SupportsWildcardsAttribute>());
        Assert.True(parameter.Has<ArgumentCompleterAttribute>());
        // PowerShell must not refuse emptiness in objects of the pipeline before the cmdlet sees these: a rule of several projects has no
        // one project. The cmdlet itself refuses an empty key of the command line.
        var isChecked = CmdletTypes.Of(cmdlet).GetProperty("InputObject") is not null
            && parameter.Sets.Any(set => set.ByName || set.ByValue);
        Assert.Equal(!isChecked, parameter.Has<ValidateNotNullOrEmptyAttribute>());
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
        var keys = CmdletTypes
            .Types.SelectMany(CmdletTypes.Parameters)
            .Where(parameter => parameter.IsKey && parameter.Name == name)
            .ToArray();

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains(alias, key.Aliases));
        // A rule from the pipeline comes with its project, which must not narrow the search for the others; and the rows of other systems
        // say nothing of Sentry's organizations.
        Type[] others = [typeof(SentryAlertRuleChangeCmdlet), typeof(CompareSentryMemberCommand)];
        Assert.All(keys.Where(key => !others.Contains(key.Property.DeclaringType)), key =>
            Assert.Contains(key.Sets, set => set.ByName));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ASecretIsNeverPlainText(string cmdlet, string name)
    {
        var parameter = Find(cmdlet, name);
        if (
            !parameter.IsSwitch
            && Secrets.Any(secret =>
                name.Contains(secret, StringComparison.OrdinalIgnoreCase)
                || parameter.Aliases.Any(alias => alias.Contains(secret, StringComparison.OrdinalIgnoreCase))))
        {
            Assert.Contains(parameter.Element, new[] { typeof(SecureString), typeof(PSCredential) });
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void NamesAreSingularPascalCaseAndNotName(string cmdlet, string name)
    {
        Assert.Matches("^[A-Z][A-Za-z0-9]*$", name);
        // Readers name objects by their kind; what is made or changed has a name.
        Assert.True(name != "Name" || CmdletTypes.Verb(CmdletTypes.Of(cmdlet)) is VerbsCommon.New or VerbsCommon.Set, name);
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
            Assert.True(
                parameter.Has<ValidateNotNullOrEmptyAttribute>()
                    || parameter.Has<ValidateLengthAttribute>()
                    || parameter.Has<TextLengthAttribute>()
                    || parameter.Has<ValidateSetAttribute>()
                    || parameter.Has<AllowEmptyStringAttribute>()
                    || parameter.Has<AllowEmptyCollectionAttribute>());
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
    [InlineData("Remove-SentryMember", "Member")]
    [InlineData("Set-SentryMember", "Member")]
    [InlineData("Send-SentryInvitation", "Member")]
    [InlineData("New-SentryMember", "Email")]
    [InlineData("Approve-SentryInviteRequest", "InviteRequest")]
    [InlineData("Deny-SentryInviteRequest", "InviteRequest")]
    [InlineData("New-SentryTeam", "Slug")]
    [InlineData("Set-SentryTeam", "Team")]
    [InlineData("Remove-SentryTeam", "Team")]
    [InlineData("Add-SentryTeamMember", "Member")]
    [InlineData("Set-SentryTeamMember", "Member")]
    [InlineData("Remove-SentryTeamMember", "Member")]
    [InlineData("New-SentryProject", "Name")]
    [InlineData("Set-SentryProject", "Project")]
    [InlineData("Remove-SentryProject", "Project")]
    [InlineData("Add-SentryProjectTeam", "Project")]
    [InlineData("Remove-SentryProjectTeam", "Project")]
    [InlineData("New-SentryProjectKey", "Project")]
    [InlineData("Set-SentryProjectKey", "ProjectKey")]
    [InlineData("Enable-SentryProjectKey", "ProjectKey")]
    [InlineData("Disable-SentryProjectKey", "ProjectKey")]
    [InlineData("Remove-SentryProjectKey", "ProjectKey")]
    [InlineData("Set-SentryAlertRule", "AlertRule")]
    [InlineData("Enable-SentryAlertRule", "AlertRule")]
    [InlineData("Disable-SentryAlertRule", "AlertRule")]
    [InlineData("Remove-SentryAlertRule", "AlertRule")]
    [InlineData("Set-SentryOrganization", "Organization")]
    [InlineData("Set-SentryRelease", "Release")]
    [InlineData("New-SentryDeploy", "Release")]
    [InlineData("Set-SentryIssue", "Issue")]
    public void PositionZeroIsTheCmdletsOwnKey(string cmdlet, string key)
    {
        var positioned = CmdletTypes.Parameters(CmdletTypes.Of(cmdlet)).Where(parameter => parameter.Sets.Any(set => set.Position is 0));

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
        Assert.All(
            CmdletTypes.Types.Where(type =>
                CmdletTypes.Verb(type) is "Get" or "Test" or "Sync"
                && CmdletTypes.Noun(type) != "SentryConnection"
                && CmdletTypes.Name(type) is not ("Get-SentryInventory" or "Get-SentrySession")),
            type => Assert.Contains(CmdletTypes.Parameters(type), parameter => parameter.Property.PropertyType == typeof(SentryConnection))
        );

    private static CmdletParameter Find(string cmdlet, string name) =>
        CmdletTypes.Parameters(CmdletTypes.Of(cmdlet)).Single(parameter => parameter.Name == name);
}
