Describe 'Syntax of <_>' -ForEach @(
    'Connect-Sentry', 'Disconnect-Sentry', 'Get-SentryAlertRule', 'Get-SentryAuthProvider', 'Get-SentryConnection',
    'Get-SentryCustomIntegration', 'Get-SentryDeploy', 'Get-SentryEvent', 'Get-SentryEventCount', 'Get-SentryEventEntry',
    'Get-SentryIntegration', 'Get-SentryInviteRequest', 'Get-SentryIssue', 'Get-SentryMember', 'Get-SentryMonitor',
    'Get-SentryOrganization', 'Get-SentryPermission', 'Get-SentryProject', 'Get-SentryProjectKey', 'Get-SentryProjectUser',
    'Get-SentryRelease', 'Get-SentryRepository', 'Get-SentrySubscription', 'Get-SentryTeam', 'Get-SentryUsage',
    'Get-SentryUserFeedback', 'Get-SentryUserStatus', 'Test-SentryConnection'
) {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath
    }

    It 'is shown by Get-Help' {
        Get-Help $_ | Out-String -Width 200 | Should -Match "(?m)^\s+$_( |\r?$)"
    }
}

Describe 'Help of <_>' -Tag Help -ForEach @(
    'Connect-Sentry', 'Disconnect-Sentry', 'Get-SentryAlertRule', 'Get-SentryAuthProvider', 'Get-SentryConnection',
    'Get-SentryCustomIntegration', 'Get-SentryDeploy', 'Get-SentryEvent', 'Get-SentryEventCount', 'Get-SentryEventEntry',
    'Get-SentryIntegration', 'Get-SentryInviteRequest', 'Get-SentryIssue', 'Get-SentryMember', 'Get-SentryMonitor',
    'Get-SentryOrganization', 'Get-SentryPermission', 'Get-SentryProject', 'Get-SentryProjectKey', 'Get-SentryProjectUser',
    'Get-SentryRelease', 'Get-SentryRepository', 'Get-SentrySubscription', 'Get-SentryTeam', 'Get-SentryUsage',
    'Get-SentryUserFeedback', 'Get-SentryUserStatus', 'Test-SentryConnection'
) {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath
        $help = Get-Help $_ -Full
        $command = Get-Command $_
        $common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters
    }

    It 'has a synopsis and a description' {
        $help.Synopsis.Trim() | Should -Match '\.$'
        $help.Synopsis | Should -Not -Match '^\s*\w+-\w+ \['
        ($help.Description.Text -join ' ').Trim() | Should -Not -BeNullOrEmpty
    }

    It 'has an example for each parameter set' {
        $examples = @($help.Examples.Example)
        $examples.Count | Should -BeGreaterOrEqual @($command.ParameterSets | Where-Object Name -NE Piped).Count
        foreach ($example in $examples) { $example.Code | Should -Match $command.Name }
    }

    It 'describes every parameter that is not hidden, and no other' {
        $described = @($help.Parameters.Parameter | Where-Object { $_ })
        $described.Name | Sort-Object | Should -Be ($command.Parameters.Keys | Where-Object { $_ -notin $common -and $_ -ne 'InputObject' } | Sort-Object)
        foreach ($parameter in $described) { ($parameter.Description.Text -join ' ').Trim() | Should -Match '\w{3}' -Because $parameter.Name }
    }

    It 'links to itself online' {
        @($help.RelatedLinks.NavigationLink.Uri) -match '^https://' | Should -Not -BeNullOrEmpty
    }

    It 'has no gaps' {
        $help | Out-String | Should -Not -Match '\{\{|TODO|Fill in'
    }
}

Describe 'The topic <_>' -Tag Help -ForEach 'about_SentryAudit', 'about_SentryAudit_Administration', 'about_SentryAudit_Connections', 'about_SentryAudit_Auditing', 'about_SentryAudit_Pipelines' {
    It 'is there' {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath
        (Get-Help $_ | Out-String).Length | Should -BeGreaterThan 500
    }
}
