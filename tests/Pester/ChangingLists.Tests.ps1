# Lists that change while they are read.

BeforeAll {
    . $PSScriptRoot/Sandbox.ps1
    Import-Module $ModulePath
    $sandbox = Start-Sandbox @('--members', '230')
    Connect-Sandbox $sandbox -Option @{ Organization = 'acme' }
}

AfterAll {
    Disconnect-Sentry
    Stop-Sandbox $sandbox
}

Describe 'A cmdlet that changes what a listing gives' {
    It 'has the whole list before its first change' {
        Clear-Request $sandbox
        Get-SentryMember | Where-Object { $_.Role -eq 'member' -and $_.Id % 20 -eq 0 } |
            Set-SentryMember -Role manager -Force -Confirm:$false -ErrorAction SilentlyContinue

        $requests = @(Get-Request $sandbox)
        $changes = @(0..($requests.Count - 1) | Where-Object { $requests[$_].method -ne 'GET' })
        $pages = @(0..($requests.Count - 1) | Where-Object { $requests[$_].path -like '*/acme/members/' -and $requests[$_].query -like '*cursor=*' })
        $changes.Count | Should -BeGreaterThan 3
        $pages.Count | Should -BeGreaterOrEqual 2
        $changes[0] | Should -BeGreaterThan $pages[-1]
    }
}

Describe 'A row that says that somebody is gone' {
    It 'does not remove who is active, unless forced' {
        $active = @(Get-SentryMember | Where-Object { $_.Status -eq 'Active' -and $_.Role -eq 'member' -and -not ($_.IdpProvisioned -or $_.PartnershipRestricted) })[0]
        $file = "$TestDrive/status.csv"
        Get-SentryUserStatus $active.Email | Export-Csv $file
        (Get-Content $file -Raw) -replace '"Active"', '"Inactive"' -replace 'AccountActive', 'GoneAfterActive' | Set-Content $file

        $fault = $null
        Import-Csv $file | Remove-SentryMember -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable fault
        $fault.FullyQualifiedErrorId | Should -BeLike 'SentryMemberIsActive,*'
        Get-SentryMember $active.Email | Should -Not -BeNullOrEmpty
    }
}

Describe 'A list that shrinks while it is read' {
    It 'leaves nobody out who is removed as the list comes' {
        $all = @(Get-SentryMember)
        $all.Count | Should -Be 230
        $refused = [Collections.Generic.List[string]]::new()

        $seen = @(Get-SentryMember | ForEach-Object {
            $fault = $null
            Remove-SentryMember $_ -Force -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable fault
            if ($fault) { $refused.Add($_.Id) }
            $_.Id
        })

        $seen | Should -Be $all.Id
        $refused.Count | Should -BeLessThan 15
        @(Get-SentryMember).Id | Should -Be $refused
    }
}
