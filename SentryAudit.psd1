@{
    RootModule           = 'bin/SentryAudit.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '6f1d9c0e-6b0a-4b52-9d2e-5a6c0f5f3a71'
    Author               = 'SentryAudit contributors'
    CompanyName          = 'SentryAudit'
    Copyright            = 'Copyright (c) 2026 SentryAudit contributors. MIT licence.'
    Description          = 'Audits Sentry (sentry.io and self-hosted): who has access and with which status, what is configured, and what is used. Typed objects for interactive shells, scheduled scripts and Export-Csv.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')

    FormatsToProcess     = @(
        'views/SentryAlertRule.Format.ps1xml'
        'views/SentryAuthProvider.Format.ps1xml'
        'views/SentryConnection.Format.ps1xml'
        'views/SentryCustomIntegration.Format.ps1xml'
        'views/SentryDeploy.Format.ps1xml'
        'views/SentryEvent.Format.ps1xml'
        'views/SentryEventCount.Format.ps1xml'
        'views/SentryEventEntry.Format.ps1xml'
        'views/SentryFeatureUsage.Format.ps1xml'
        'views/SentryIntegration.Format.ps1xml'
        'views/SentryInviteRequest.Format.ps1xml'
        'views/SentryIssue.Format.ps1xml'
        'views/SentryMember.Format.ps1xml'
        'views/SentryMonitor.Format.ps1xml'
        'views/SentryOrganization.Format.ps1xml'
        'views/SentryPermission.Format.ps1xml'
        'views/SentryProject.Format.ps1xml'
        'views/SentryProjectKey.Format.ps1xml'
        'views/SentryProjectUser.Format.ps1xml'
        'views/SentryRelease.Format.ps1xml'
        'views/SentryRepository.Format.ps1xml'
        'views/SentrySubscription.Format.ps1xml'
        'views/SentryTeam.Format.ps1xml'
        'views/SentryUsage.Format.ps1xml'
        'views/SentryUserFeedback.Format.ps1xml'
        'views/SentryUserStatus.Format.ps1xml'
        'views/SentryUserStatusSummary.Format.ps1xml'
    )
    TypesToProcess       = @('views/SentryAudit.Types.ps1xml')

    CmdletsToExport      = @(
        'Connect-Sentry'
        'Disconnect-Sentry'
        'Get-SentryAlertRule'
        'Get-SentryAuthProvider'
        'Get-SentryConnection'
        'Get-SentryCustomIntegration'
        'Get-SentryDeploy'
        'Get-SentryEvent'
        'Get-SentryEventCount'
        'Get-SentryEventEntry'
        'Get-SentryIntegration'
        'Get-SentryInviteRequest'
        'Get-SentryIssue'
        'Get-SentryMember'
        'Get-SentryMonitor'
        'Get-SentryOrganization'
        'Get-SentryPermission'
        'Get-SentryProject'
        'Get-SentryProjectKey'
        'Get-SentryProjectUser'
        'Get-SentryRelease'
        'Get-SentryRepository'
        'Get-SentrySubscription'
        'Get-SentryTeam'
        'Get-SentryUsage'
        'Get-SentryUserFeedback'
        'Get-SentryUserStatus'
        'Test-SentryConnection'
    )
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()

    PrivateData          = @{
        PSData = @{
            Tags         = @('Sentry', 'Audit', 'Security', 'Administration', 'Compliance', 'Access', 'Inventory', 'REST', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://github.com/sentryaudit/SentryAudit/blob/main/LICENSE'
            ProjectUri   = 'https://github.com/sentryaudit/SentryAudit'
            ReleaseNotes = 'https://github.com/sentryaudit/SentryAudit/blob/main/CHANGELOG.md'
        }
    }
}
