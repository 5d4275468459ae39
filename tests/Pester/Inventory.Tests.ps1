# What only a real session shows of the inventory: paths, pipelines, confirmation, Ctrl+C, other processes.

Describe 'Inventory' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath
        $sandbox = Start-Sandbox @('--members', '12')
        Connect-Sandbox $sandbox
    }

    BeforeEach {
        Push-Location (New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory)
        $env:SENTRY_INVENTORY = Join-Path $PWD 'default'
    }

    AfterEach {
        Pop-Location
        $env:SENTRY_INVENTORY = $null
    }

    AfterAll {
        Disconnect-Sentry
        Stop-Sandbox $sandbox
    }

    It 'begins relative paths at the session''s location' {
        (Sync-SentryInventory -Organization acme -Path ./here -PassThru).Path | Should -BeLike (Join-Path $PWD 'here' '*')
        (Get-SentryInventory -Path here).OrganizationSlug | Should -Be 'acme'
        Test-Path default | Should -BeFalse
    }

    It 'takes paths of drives' {
        Sync-SentryInventory -Organization acme -Path TestDrive:/drive
        Test-Path TestDrive:/drive | Should -BeTrue
        { Get-SentryInventory -Path Env:/ } | Should -Throw -ErrorId 'InventoryPathInvalid*'
    }

    It 'uses SENTRY_INVENTORY without a path' {
        Sync-SentryInventory -Organization acme
        (Get-SentryInventory).Path | Should -BeLike (Join-Path $PWD 'default' '*')
    }

    It 'lists nothing where nothing is' {
        Get-SentryInventory | Should -BeNullOrEmpty
        { Get-SentryInventory -Path nowhere } | Should -Throw -ErrorId 'InventoryNotFound*'
    }

    It 'takes organizations from the pipeline' {
        Get-SentryOrganization | Sync-SentryInventory -Include Team -PassThru | ForEach-Object OrganizationSlug | Sort-Object | Should -Be 'acme', 'globex'
        Get-SentryOrganization acme | Get-SentryInventory | ForEach-Object OrganizationSlug | Should -Be 'acme'
    }

    It 'pipes states into Remove-SentryInventory' {
        1..3 | ForEach-Object { Sync-SentryInventory -Organization acme -Include Team }
        Get-SentryInventory | Where-Object IsCurrent -EQ $false | Remove-SentryInventory -Confirm:$false
        (Get-SentryInventory).IsCurrent | Should -Be $true
        Get-SentryInventory | Remove-SentryInventory -Confirm:$false -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.FullyQualifiedErrorId | Should -BeLike 'InventoryIsCurrent*'
        Get-SentryInventory | Remove-SentryInventory -WholeHistory -WhatIf
        @(Get-SentryInventory).Count | Should -Be 1
        Get-SentryInventory | Remove-SentryInventory -WholeHistory -Confirm:$false
        Get-SentryInventory | Should -BeNullOrEmpty
    }

    It 'asks before it removes' {
        1..2 | ForEach-Object { Sync-SentryInventory -Organization acme -Include Team }
        Invoke-Pwsh "Import-Module '$ModulePath'; Remove-SentryInventory -Keep 0 -Path '$PWD/default'" | Out-String | Should -Match 'NonInteractive'
        @(Get-SentryInventory).Count | Should -Be 2
    }

    It 'reads another process''s inventory' {
        Sync-SentryInventory -Organization acme
        Invoke-Pwsh "Import-Module '$ModulePath'; (Get-SentryInventory -Path default).Members" -WorkingDirectory $PWD | Should -Be (Get-SentryMember -Organization acme).Count
    }

    It 'needs no connection to list' {
        Sync-SentryInventory -Organization acme -Include Team
        Invoke-Pwsh "Import-Module '$ModulePath'; (Get-SentryInventory -Path default).Teams; [bool](Get-SentryConnection)" -WorkingDirectory $PWD | Should -Be '5', 'False'
    }

    It 'completes organizations and kinds' {
        Sync-SentryInventory -Organization acme -Include Team
        (TabExpansion2 'Get-SentryInventory a').CompletionMatches.CompletionText | Should -Contain 'acme'
        (TabExpansion2 'Sync-SentryInventory -Include AlertR').CompletionMatches.CompletionText | Should -Contain 'AlertRule'
        (TabExpansion2 "Get-SentryInventory -Path $PWD/nowhere -Organization a").CompletionMatches.CompletionText | Should -Not -Contain 'acme'
    }

    It 'stores what a token may read and tells the rest' {
        $few = Connect-Sandbox $sandbox (New-Token $sandbox -Scope 'member:read') @{ PassThru = $true }
        Connect-Sandbox $sandbox
        $state = Sync-SentryInventory -Organization acme -Connection $few -PassThru -ErrorVariable problems -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        $state.Members | Should -BeGreaterThan 0
        $state.Projects | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'SentryForbidden*'
        $state.Incomplete | Should -Contain 'Project'
    }

    It 'survives Export-Csv' {
        Sync-SentryInventory -Organization acme -PassThru | Export-Csv state.csv
        $row = Import-Csv state.csv
        $row.OrganizationSlug | Should -Be 'acme'
        $row.IsComplete | Should -Be 'True'
    }

    It 'keeps parallel sessions of one process apart' {
        Sync-SentryInventory -Organization acme -Include Team
        $store = Split-Path (Get-SentryInventory).Path
        $lock = [IO.FileStream]::new("$store/sync.lock", 'Open', 'ReadWrite', 'None')
        try { { Sync-SentryInventory -Organization acme -ErrorAction Stop } | Should -Throw -ErrorId 'InventoryBusy*' } finally { $lock.Dispose() }
    }

    It 'ends at once when stopped, and leaves the state' {
        Sync-SentryInventory -Organization acme
        $before = Get-SentryInventory
        $null = Add-Fault $sandbox 'organizations/{org}/members/' 'slow'
        try {
            $shell = [powershell]::Create().AddScript({
                    param($module, $connection, $path)
                    Import-Module $module
                    Sync-SentryInventory -Organization acme -Connection $connection -Path $path
                }).AddArgument($ModulePath).AddArgument((Get-SentryConnection)).AddArgument($env:SENTRY_INVENTORY)
            Clear-Request $sandbox
            $null = $shell.BeginInvoke()
            Wait-Until { Get-Request $sandbox }
            Stop-Shell $shell | Should -BeLessThan 2000
        }
        finally {
            Clear-Fault $sandbox
            $shell.Dispose()
        }
        (Get-SentryInventory).StartedAt | Should -Be $before.StartedAt
    }
}
