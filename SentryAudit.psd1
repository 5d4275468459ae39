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

    FormatsToProcess     = @('views/SentryAudit.Format.ps1xml')
    TypesToProcess       = @('views/SentryAudit.Types.ps1xml')

    CmdletsToExport      = @(
        'Compare-SentryInventory'
        'Compare-SentryMember'
        'Connect-Sentry'
        'Disconnect-Sentry'
        'Export-SentryGraph'
        'Get-SentryAccess'
        'Get-SentryAlertRule'
        'Get-SentryAuditLog'
        'Get-SentryAuthProvider'
        'Get-SentryConnection'
        'Get-SentryCustomIntegration'
        'Get-SentryDeploy'
        'Get-SentryEvent'
        'Get-SentryEventCount'
        'Get-SentryEventEntry'
        'Get-SentryIntegration'
        'Get-SentryInventory'
        'Get-SentryInviteRequest'
        'Get-SentryIssue'
        'Get-SentryMember'
        'Get-SentryMonitor'
        'Get-SentryOrganization'
        'Get-SentryPermission'
        'Get-SentryProject'
        'Get-SentryProjectKey'
        'Get-SentryProjectUser'
        'Get-SentryRelationship'
        'Get-SentryRelease'
        'Get-SentryRepository'
        'Get-SentryRole'
        'Get-SentrySession'
        'Get-SentrySubscription'
        'Get-SentryTeam'
        'Get-SentryTeamMember'
        'Get-SentryUsage'
        'Get-SentryUserFeedback'
        'Get-SentryUserStatus'
        'Invoke-SentryApi'
        'Remove-SentryInventory'
        'Remove-SentrySession'
        'Sync-SentryInventory'
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
