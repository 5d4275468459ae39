namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Every change the module makes, one call each.</summary>
internal static class Changes
{
    public static readonly Change[] All =
    [
        .. MemberChanges.All,
        .. IssueChanges.All,
        .. ReleaseChanges.All,
        .. OrganizationChanges.All,
        .. TeamChanges.All,
        .. ProjectChanges.All,
        .. ProjectKeyChanges.All,
        .. AlertChanges.All,
        .. LegacyAlertChanges.All,
    ];

    public static Change Of(string name) => All.Single(change => change.Name == name);
}
