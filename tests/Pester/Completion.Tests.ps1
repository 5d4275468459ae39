Describe 'Tab completion' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath -Force
        $sandbox = Start-Sandbox
        Connect-Sandbox $sandbox -Option @{ Organization = 'acme' }

        function Complete([string] $Line) { (TabExpansion2 $Line $Line.Length).CompletionMatches }
    }

    AfterAll {
        Disconnect-Sentry
        Stop-Sandbox $sandbox
    }

    It '<Line> proposes <Proposal>' -ForEach @(
        @{ Line = 'Get-SentryOrganization '; Proposal = 'acme' }
        @{ Line = 'Get-SentryOrganization -Organization gl'; Proposal = 'globex' }
        @{ Line = 'Get-SentryTeam -Organization '; Proposal = 'globex' }
        @{ Line = 'Get-SentryTeam ba'; Proposal = 'backend' }
        @{ Line = 'Get-SentryTeam backend, mo'; Proposal = 'mobile' }
        @{ Line = 'Get-SentryProject sea'; Proposal = 'search' }
        @{ Line = 'Get-SentryProject -Team pla'; Proposal = 'platform' }
        @{ Line = 'Get-SentryProject -TeamSlug pla'; Proposal = 'platform' }
        @{ Line = 'Get-SentryMember ada.ack'; Proposal = 'ada.ackerman@acme.example' }
        @{ Line = 'Get-SentryMember -Team ba'; Proposal = 'backend' }
        @{ Line = 'Get-SentryMember -Role ow'; Proposal = 'owner' }
        @{ Line = 'Set-SentryMember ada -Role '; Proposal = 'billing' }
        @{ Line = 'Get-SentryRole contr'; Proposal = 'contributor' }
        @{ Line = 'Get-SentryIssue -Environment stag'; Proposal = 'staging' }
        @{ Line = 'Get-SentryRelease -Environment '; Proposal = 'production' }
        @{ Line = 'Get-SentryEventEntry -Type exc'; Proposal = 'exception' }
        @{ Line = 'Get-SentryUserStatus ada.ack'; Proposal = 'ada.ackerman@acme.example' }
        @{ Line = 'Get-SentryRelease web-frontend@'; Proposal = 'web-frontend@0.3.0' }
        @{ Line = 'Get-SentryRelease -Project web'; Proposal = 'web-frontend' }
        @{ Line = 'Get-SentryAlertRule -Project web'; Proposal = 'web-frontend' }
        @{ Line = 'Get-SentryAlertRule -Kind '; Proposal = 'Uptime' }
        @{ Line = 'Get-SentryProjectKey De'; Proposal = 'Default' }
        @{ Line = 'Get-SentryRepository acme/web'; Proposal = 'acme/web-frontend' }
        @{ Line = 'Get-SentryDeploy web-frontend@'; Proposal = 'web-frontend@0.3.0' }
        @{ Line = 'Get-SentryMonitor Slow'; Proposal = "'Slow checkout'" }
        @{ Line = 'Get-SentryIntegration ac'; Proposal = 'acme' }
        @{ Line = 'Get-SentryCustomIntegration dep'; Proposal = 'deploy-bot-acme' }
        @{ Line = 'Get-SentryInviteRequest hope'; Proposal = 'hopeful1@acme.example' }
        @{ Line = 'Get-SentryUserStatus -Status '; Proposal = 'Suspended' }
    ) {
        (Complete $Line).CompletionText | Should -Contain $Proposal
    }

    It 'offers the kinds of alert rules, and no Unknown' {
        (Complete 'Get-SentryAlertRule -Kind ').CompletionText | Sort-Object | Should -Be All, Cron, Issue, Metric, Uptime
        (Complete 'Get-SentryUserStatus -Status ').CompletionText | Sort-Object | Should -Be Active, Inactive, Suspended
    }

    It 'completes in the organization that is named' {
        (Complete 'Get-SentryTeam -Organization globex -Team ').CompletionText | Sort-Object | Should -Be backend, frontend
    }

    It 'completes on the connection that is named' {
        $script:other = Get-SentryConnection
        Disconnect-Sentry -Connection (Connect-Sandbox $sandbox -Option @{ PassThru = $true })
        try { (Complete 'Get-SentryTeam -Connection $other -Team ba').CompletionText | Should -Contain backend }
        finally { Connect-Sandbox $sandbox -Option @{ Organization = 'acme' } }
    }

    It 'inserts an argument that finds what it names: <Line>' -ForEach @(
        @{ Line = 'Get-SentryAlertRule Alert' }
        @{ Line = "Get-SentryAlertRule 'Alert" }
        @{ Line = 'Get-SentryAlertRule "Alert' }
        @{ Line = "Get-SentryAlertRule -AlertRule 'Alert 4" }
        @{ Line = 'Get-SentryRelease payments-api@' }
    ) {
        $completion = TabExpansion2 $Line $Line.Length
        $completion.CompletionMatches.Count | Should -BeGreaterThan 0
        foreach ($match in $completion.CompletionMatches | Select-Object -First 4) {
            $command = $Line.Remove($completion.ReplacementIndex, $completion.ReplacementLength).Insert($completion.ReplacementIndex, $match.CompletionText)
            $found = @(Invoke-Expression "$command -ErrorAction Stop")
            $found.Count | Should -Be 1 -Because $command
            ($found.Name ?? $found.Version), $found.Version | Should -Contain $match.ListItemText
        }
    }

    It 'shows people, not only addresses' {
        (Complete 'Get-SentryMember ada.ackerman')[0].ToolTip | Should -Match 'Ada Ackerman'
    }

    It 'never lets control characters through' {
        $odd = Get-SentryMember | Where-Object Name -Match '\p{Cc}' | Select-Object -First 1
        foreach ($match in Complete "Get-SentryMember $($odd.Email)") { "$($match.ListItemText)$($match.ToolTip)$($match.CompletionText)" | Should -Not -Match '\p{Cc}' }
    }

    It 'does not ask again at once' {
        $null = Complete 'Get-SentryTeam pa'
        Clear-Request $sandbox
        $null = Complete 'Get-SentryTeam pa'
        Get-Request $sandbox | Should -BeNullOrEmpty
    }

    Context 'Offline' {
        It 'is silent and quick when Sentry is slow' {
            Add-Fault $sandbox '*' slow
            $Error.Clear()
            $watch = [Diagnostics.Stopwatch]::StartNew()
            Complete 'Get-SentryProject zzz' | Where-Object ResultType -EQ ParameterValue | Should -BeNullOrEmpty
            $watch.Elapsed.TotalSeconds | Should -BeLessThan 2.5
            $Error | Should -BeNullOrEmpty
            Clear-Fault $sandbox
        }

        It 'is silent without a connection' {
            Disconnect-Sentry
            $Error.Clear()
            foreach ($line in 'Get-SentryTeam ', 'Get-SentryMember -Organization ', "Get-SentryAlertRule 'x") {
                Complete $line | Where-Object ResultType -EQ ParameterValue | Should -BeNullOrEmpty
            }

            $Error | Should -BeNullOrEmpty
        }
    }
}
