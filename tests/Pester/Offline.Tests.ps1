Describe 'Offline' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath -Force
        $sandbox = Start-Sandbox -Option '--members', '40'
        Write-SandboxInventory $sandbox
        Connect-Sandbox $sandbox
        $live = Get-SentryMember -Organization acme
        Disconnect-Sentry

        # From here on there is no Sentry, nor a way to any.
        Stop-Sandbox $sandbox
        $env:HTTPS_PROXY = $env:HTTP_PROXY = 'http://127.0.0.1:1'
        Connect-Sentry -Inventory Default -Organization acme
    }

    AfterAll {
        Disconnect-Sentry
        $env:HTTPS_PROXY = $env:HTTP_PROXY = $null
    }

    It 'says what it is' {
        $connection = Get-SentryConnection
        $connection.TokenKind, $connection.Inventory | Should -Be 'None', $env:SENTRY_INVENTORY
        $connection.AsOf, $connection.User, $connection.Scopes | Should -Be $null, $null, $null
        ($connection | Format-List | Out-String) | Should -BeLike "*Inventory *$env:SENTRY_INVENTORY*"
        Test-SentryConnection | Should -BeTrue
    }

    It 'gives what Sentry gave' {
        (Get-SentryMember).Id | Should -Be $live.Id
        (Get-SentryMember | Where-Object Has2FA -EQ $null).Id | Should -Be ($live | Where-Object Has2FA -EQ $null).Id
        (Get-SentryMember)[0].FirstSeen | Should -BeOfType datetimeoffset
    }

    It 'pipes' {
        $rules = Get-SentryTeam mobile | Get-SentryProject | Get-SentryAlertRule -ErrorAction Stop
        $rules.Count | Should -BeGreaterThan 0
        (Get-SentryUserStatus -Summary -Organization acme).Total | Should -Be $live.Count
        (Get-SentryMember ada.ackerman@acme.example | Get-SentryAccess).Count | Should -BeGreaterThan 0
    }

    It 'stops early' {
        @(Get-SentryMember | Select-Object -First 1).Count | Should -Be 1
    }

    It 'says so where Sentry is needed: <_>' -ForEach 'Get-SentryIssue', 'Get-SentryAuditLog', 'Invoke-SentryApi organizations/acme/' {
        $command = [scriptblock]::Create("$_ -ErrorAction Stop")
        $command | Should -Throw -ErrorId 'SentryApiRequired,*'
    }

    It 'completes with Tab' {
        (TabExpansion2 'Get-SentryTeam -Team b').CompletionMatches.CompletionText | Should -Contain backend
        $texts = (TabExpansion2 'Connect-Sentry -Inventory ').CompletionMatches.CompletionText
        $texts | Should -Contain Default
        @($texts -like '*inventory*').Count | Should -Be 2
        @($texts -like '*inventory*').ForEach{ Test-Path ($_ -replace "'") } | Should -Not -Contain $false
    }

    It 'takes paths from where the session is' {
        Push-Location $env:SENTRY_INVENTORY
        try { (Connect-Sentry -Inventory . -Organization acme -PassThru).Inventory | Should -Be $env:SENTRY_INVENTORY }
        finally { Pop-Location }
    }

    It 'takes a time, local without an offset' {
        { Connect-Sentry -Inventory Default -AsOf 2026-01-01 } | Should -Throw -ErrorId 'InventoryTooYoung,*'
        (Connect-Sentry -Inventory Default -AsOf 2099-01-01 -Organization acme -PassThru).AsOf | Should -Be ([datetimeoffset][datetime]'2099-01-01')
    }

    It 'needs neither RestSharp nor Polly' {
        $lines = Invoke-Pwsh -Environment @{ SENTRY_INVENTORY = $env:SENTRY_INVENTORY } -Script @"
Import-Module '$ModulePath'
Connect-Sentry -Inventory Default -Organization acme
'members: ' + (Get-SentryMember).Count
[AppDomain]::CurrentDomain.GetAssemblies().GetName().Name | Where-Object { `$_ -match 'RestSharp|Polly' }
"@
        $lines | Should -Be "members: $($live.Count)"
    }
}
