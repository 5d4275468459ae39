namespace SentryAudit.Input;

/// <summary>What projects, and objects of projects that are no alerts and no events, may be piped into.</summary>
internal static class ProjectJoins
{
    /// <summary>Cmdlets that list what belongs to projects.</summary>
    public static IReadOnlyList<string> OfProjects { get; } =
    [
        "Get-SentryProjectKey", "Get-SentryAlertRule", "Get-SentryMonitor", "Get-SentryRelease", "Get-SentryUsage", "Get-SentryIssue",
        "Get-SentryEvent", "Get-SentryEventEntry", "Get-SentryProjectUser", "Get-SentryUserFeedback",
    ];

    public static IReadOnlyList<Join> All { get; } = [.. Projects(), .. Keys(), .. Releases(), .. Repositories(), .. Counts()];

    private static Join[] Projects() =>
    [
        new("SentryProject", "Project", ["Slug", "Id"],
        [
            "Get-SentryProject", "Set-SentryProject", "Remove-SentryProject", "Get-SentryTeam", "Get-SentryMember", "Get-SentryAccess",
            .. OfProjects, "Get-SentryEventCount", "New-SentryProjectKey", "New-SentryDeploy", "Add-SentryProjectTeam",
            "Remove-SentryProjectTeam",
        ]),
        new("SentryProject", "Team", ["TeamSlugs"], ["Get-SentryTeamMember"]),
    ];

    private static Join[] Keys() =>
    [
        new("SentryProjectKey", "ProjectKey", ["Id"],
        [
            "Get-SentryProjectKey", "Set-SentryProjectKey", "Enable-SentryProjectKey", "Disable-SentryProjectKey",
            "Remove-SentryProjectKey",
        ]),
        new("SentryProjectKey", "Project", ["ProjectSlug"], ["Get-SentryProject"]),
    ];

    private static Join[] Releases() =>
    [
        new("SentryRelease", "Release", ["Version"],
            ["Get-SentryRelease", "Set-SentryRelease", "Get-SentryDeploy", "New-SentryDeploy", "Get-SentryIssue"]),
        new("SentryRelease", "Project", ["ProjectSlugs"], ["Get-SentryProject"]),
        new("SentryDeploy", "Release", ["ReleaseVersion"], ["Get-SentryRelease", "Get-SentryDeploy", "New-SentryDeploy"]),
    ];

    private static Join[] Repositories() =>
    [
        new("SentryIntegration", "Integration", ["Id"], ["Get-SentryIntegration", "Get-SentryRepository"]),
        new("SentryRepository", "Repository", ["Id"], ["Get-SentryRepository"]),
        new("SentryRepository", "Integration", ["IntegrationId"], ["Get-SentryIntegration"]),
        new("SentryCustomIntegration", "CustomIntegration", ["Id", "Slug"], ["Get-SentryCustomIntegration"]),
    ];

    private static Join[] Counts() =>
    [
        new("SentryUsage", "Project", ["ProjectSlug"], ["Get-SentryProject", "Get-SentryUsage"]),
        new("SentryFeatureUsage", "Project", ["ProjectSlug"], ["Get-SentryProject", "Get-SentryUsage"]),
        new("SentryEventCount", "Project", ["ProjectSlug"], ["Get-SentryProject"]),
        new("SentryEventCount", "Team", ["TeamSlug"], ["Get-SentryTeam"]),
        new("SentryProjectUser", "Project", ["ProjectSlug"], ["Get-SentryProject"]),
    ];
}
