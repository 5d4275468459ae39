Describe 'Importing' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        $exports = @(
            'Add-SentryProjectTeam', 'Add-SentryTeamMember', 'Approve-SentryInviteRequest', 'Compare-SentryInventory',
            'Compare-SentryMember', 'Connect-Sentry', 'Deny-SentryInviteRequest', 'Disable-SentryAlertRule',
            'Disable-SentryProjectKey', 'Disconnect-Sentry', 'Enable-SentryAlertRule', 'Enable-SentryProjectKey',
            'Export-SentryGraph', 'Get-SentryAccess', 'Get-SentryAlertRule', 'Get-SentryAuditLog', 'Get-SentryAuthProvider',
            'Get-SentryConnection', 'Get-SentryCustomIntegration', 'Get-SentryDeploy', 'Get-SentryEvent', 'Get-SentryEventCount',
            'Get-SentryEventEntry', 'Get-SentryIntegration', 'Get-SentryInventory', 'Get-SentryInviteRequest', 'Get-SentryIssue',
            'Get-SentryMember', 'Get-SentryMonitor', 'Get-SentryOrganization', 'Get-SentryPermission', 'Get-SentryProject',
            'Get-SentryProjectKey', 'Get-SentryProjectUser', 'Get-SentryRelationship', 'Get-SentryRelease',
            'Get-SentryRepository', 'Get-SentryRole', 'Get-SentrySession', 'Get-SentrySubscription', 'Get-SentryTeam',
            'Get-SentryTeamMember', 'Get-SentryUsage', 'Get-SentryUserFeedback', 'Get-SentryUserStatus', 'Invoke-SentryApi',
            'New-SentryDeploy', 'New-SentryMember', 'New-SentryProject', 'New-SentryProjectKey', 'New-SentryTeam',
            'Remove-SentryAlertRule', 'Remove-SentryInventory', 'Remove-SentryMember', 'Remove-SentryProject',
            'Remove-SentryProjectKey', 'Remove-SentryProjectTeam', 'Remove-SentrySession', 'Remove-SentryTeam',
            'Remove-SentryTeamMember', 'Send-SentryInvitation', 'Set-SentryAlertRule', 'Set-SentryIssue', 'Set-SentryMember',
            'Set-SentryOrganization', 'Set-SentryProject', 'Set-SentryProjectKey', 'Set-SentryRelease', 'Set-SentryTeam',
            'Set-SentryTeamMember', 'Sync-SentryInventory', 'Test-SentryConnection')
        $sandbox = Start-Sandbox @('--members', '5')
        $connected = @{ SENTRY_URL = "$($sandbox.Url)"; SENTRY_AUTH_TOKEN = $sandbox.Token }
    }

    AfterAll { Stop-Sandbox $sandbox }

    It 'has a valid manifest' {
        $manifest = Test-ModuleManifest $Manifest -ErrorAction Stop -WarningVariable warnings
        $warnings | Should -BeNullOrEmpty
        $manifest.CompatiblePSEditions | Should -Be 'Core'
        $manifest.PowerShellVersion | Should -Be '7.4'
        $manifest.PrivateData.PSData.Tags | Should -Contain 'PSEdition_Core'
    }

    It 'exports exactly its cmdlets' {
        $module = Import-Module $ModulePath -Force -PassThru
        $module.ExportedCmdlets.Keys | Sort-Object | Should -Be $exports
        $module.ExportedFunctions.Count + $module.ExportedAliases.Count + $module.ExportedVariables.Count | Should -Be 0
    }

    It 'is found and loaded by name' {
        Invoke-Pwsh '(Get-Command Get-SentryRole).CommandType; (Get-SentryPermission Get-SentryRole).Cmdlet; (Get-Module SentryAudit).Version.ToString()' @{
            PSModulePath = (Split-Path $ModulePath) + [IO.Path]::PathSeparator + $env:PSModulePath
        } | Should -Be 'Cmdlet', 'Get-SentryRole', '0.1.0'
    }

    It 'can be removed and imported again' {
        Invoke-Pwsh @"
Import-Module '$ModulePath'
`$before = (Get-SentryTeam -Organization acme).Count
Remove-Module SentryAudit
(Get-Command Get-SentryTeam -ErrorAction Ignore) -eq `$null
Import-Module '$ModulePath'
(Get-SentryTeam -Organization acme).Count -eq `$before
Import-Module '$ModulePath' -Force
(Get-SentryTeam -Organization acme).Count -eq `$before
"@ $connected | Should -Be 'True', 'True', 'True'
    }

    It 'loads neither RestSharp nor Polly, and asks nobody' {
        Clear-Request $sandbox
        Invoke-Pwsh @"
`$variables = (Get-Variable -Scope Global).Name
`$assemblies = [AppDomain]::CurrentDomain.GetAssemblies().FullName
Import-Module '$ModulePath'
[AppDomain]::CurrentDomain.GetAssemblies() | Where-Object FullName -NotIn `$assemblies | ForEach-Object { `$_.GetName().Name } | Sort-Object
(Get-Variable -Scope Global).Name | Where-Object { `$_ -notin `$variables -and `$_ -notin 'variables', 'assemblies' }
"@ $connected | Should -Be 'SentryAudit', 'SentryAudit.Core'
        Get-Request $sandbox | Should -BeNullOrEmpty
    }

    It 'keeps RestSharp and Polly in a context of their own' {
        Invoke-Pwsh @"
Import-Module '$ModulePath'
Connect-Sentry
[AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -in 'RestSharp', 'Polly.Core' } | Sort-Object FullName | ForEach-Object {
    '{0} {1}' -f `$_.GetName().Name, [Runtime.Loader.AssemblyLoadContext]::GetLoadContext(`$_).Name
}
"@ $connected | Should -Be 'Polly.Core SentryAudit.Transport', 'RestSharp SentryAudit.Transport'
    }

    It 'works beside a module that brought another RestSharp first' {
        Invoke-Pwsh @"
Add-Type -OutputAssembly '$TestDrive/RestSharp.dll' -TypeDefinition '[assembly: System.Reflection.AssemblyVersion("1.0.0.0")] namespace RestSharp { public class RestClient { } public class RestRequest { } }'
Add-Type -Path '$TestDrive/RestSharp.dll'
Import-Module '$ModulePath'
(Get-SentryTeam -Organization acme).Count -gt 0
[RestSharp.RestClient].Assembly.GetName().Version.ToString()
"@ $connected | Should -Be 'True', '1.0.0.0'
    }

    It 'is quick' {
        # The processor's time, since other work on the machine does not count. Measure-Import.ps1 measures the real one.
        $times = 1..5 | ForEach-Object {
            [int](Invoke-Pwsh @"
`$before = (Get-Process -Id `$PID).TotalProcessorTime
Import-Module '$ModulePath'
((Get-Process -Id `$PID).TotalProcessorTime - `$before).TotalMilliseconds
"@)
        }
        $median = ($times | Sort-Object)[2]
        Write-Host "    Import-Module: median $median ms of $(($times | Sort-Object) -join ', ')"
        $median | Should -BeLessThan 250
    }

    It 'offers -WhatIf nowhere that only reads' {
        Import-Module $ModulePath
        Get-Command -Module SentryAudit -Verb Get, Test | Where-Object { $_.Parameters.ContainsKey('WhatIf') } | Should -BeNullOrEmpty
    }

    It 'says of every cmdlet what it returns' {
        Import-Module $ModulePath
        Get-Command -Module SentryAudit | Where-Object { -not $_.OutputType } | Should -BeNullOrEmpty
    }
}
