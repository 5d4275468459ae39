Describe 'Counts, usage and subscriptions' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath -Force
        $sandbox = Start-Sandbox
        Connect-Sandbox $sandbox -Option @{ Organization = 'acme' }
    }

    AfterAll {
        Disconnect-Sentry
        Stop-Sandbox $sandbox
    }

    It 'project → event count: one series for each project' {
        $counts = Get-SentryProject mobile-* | Get-SentryEventCount -DaysBackStart 2
        $counts.ProjectSlug | Select-Object -Unique | Should -Be 'mobile-android', 'mobile-ios'
        $counts.Count | Should -Be 6
        $counts.Scope | Select-Object -Unique | Should -Be Project
    }

    It 'team → event count: the sum over its projects, not the organization' {
        $team = Get-SentryTeam mobile | Get-SentryEventCount -DaysBackStart 2 -DaysBackEnd 1
        $team.Scope | Select-Object -Unique | Should -Be Team
        $team.TeamSlug | Select-Object -Unique | Should -Be mobile
        $projects = Get-SentryProject -Team mobile | Get-SentryEventCount -DaysBackStart 2 -DaysBackEnd 1
        ($team | Measure-Object Count -Sum).Sum | Should -Be ($projects | Measure-Object Count -Sum).Sum
    }

    It 'organization → event count' {
        (Get-SentryOrganization globex | Get-SentryEventCount -DaysBack 1 -Interval 1d).OrganizationSlug | Should -Be globex
    }

    It 'names → event count and usage' {
        ('web-frontend', 'gateway' | Get-SentryEventCount -DaysBack 1 -Interval 1d).ProjectSlug | Should -Be 'gateway', 'web-frontend'
        ('web-frontend', 'gateway' | Get-SentryUsage -Category error -DaysBack 1).ProjectSlug | Should -Be 'gateway', 'web-frontend'
    }

    It 'takes a day as it is written, whatever (Get-Date) adds' {
        $day = [datetime]::UtcNow.Date.AddDays(-3)
        $written = Get-SentryEventCount -Date $day.ToString('yyyy-MM-dd')
        $written.Count | Should -Be 24
        (Get-SentryEventCount -Date ([datetime]::SpecifyKind($day, 'Local'))).Timestamp | Should -Be $written.Timestamp
    }

    It 'gives all four stats of an organization' {
        $counts = Get-SentryEventCount -Stat All -DaysBackStart 1 -ErrorAction Stop
        $counts.Stat | Select-Object -Unique | Should -Be 'Received', 'Rejected', 'Blacklisted', 'Generated'
    }

    It 'refuses <_>' -ForEach '-Last 24', '-Interval 0h', '-Stat Unknown', '-DaysBack -1' {
        { Invoke-Expression "Get-SentryEventCount $_ -ErrorAction Stop" } | Should -Throw
    }

    It 'refuses two ways to say when, and says so' {
        { Get-SentryEventCount -Last 24h -DaysBack 3 } | Should -Throw -ErrorId 'ImpossibleWindow,*'
    }

    It '<_> fits the terminal and survives Export-Csv' -ForEach 'Get-SentryEventCount', 'Get-SentryUsage', 'Get-SentryUsage -Feature', 'Get-SentrySubscription' {
        $objects = Invoke-Expression $_
        $objects | Should -Not -BeNullOrEmpty
        foreach ($line in ($objects | Out-String -Width 120) -split '\r?\n') { $line.TrimEnd().Length | Should -BeLessOrEqual 120 }
        $csv = $objects | ConvertTo-Csv
        $csv -join "`n" | Should -Not -Match 'System\.|SentryAudit\.'
        @($csv | ConvertFrom-Csv).Count | Should -Be @($objects).Count
        $objects | Select-Object -First 1 | Format-List | Out-String | Should -Match 'LastUpdated'
    }

    It 'completes categories' {
        (TabExpansion2 'Get-SentryEventCount -Category tran').CompletionMatches.CompletionText | Should -Be transaction
    }
}
