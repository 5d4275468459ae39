# The scripts of docs/off-boarding.md and docs/access-review.md, as a scheduler runs them.

BeforeAll {
    . $PSScriptRoot/Sandbox.ps1
    Import-Module $ModulePath
    function Get-Write($Sandbox) { Get-Request $Sandbox | Where-Object method -NotIn GET, HEAD }
    function Invoke-Guide($Sandbox, [string] $Command) {
        $environment = @{
            SENTRY_URL = "$($Sandbox.Url)"; SENTRY_AUTH_TOKEN = $Sandbox.Token; NO_PROXY = '127.0.0.1'
            PSModulePath = (Split-Path $ModulePath) + [IO.Path]::PathSeparator + $env:PSModulePath
        }
        Invoke-Pwsh "& '$Repository/docs/$Command; `"exit `$LASTEXITCODE`"" $environment
    }
}

Describe 'Off-boarding' {
    BeforeAll {
        $sandbox = Start-Sandbox @('--members', '40')
        Connect-Sandbox $sandbox
        $rule = Get-SentryAlertRule -Organization acme | Select-Object -First 1
        $leaver = Get-SentryMember -Organization acme -Member tara.ueda6*
        $null = Set-SentryAlertRule -AlertRule $rule -Owner $leaver.Email
        Set-Content $TestDrive/leavers.csv 'Email,Organization', 'TARA.ueda6@acme.example,acme', 'ada.ackerman@acme.example,acme', 'nobody@acme.example,', 'goran.ueda4@acme.example,', 'newcomer1@acme.example,acme', 'hopeful1@acme.example,'
        $there = @((Get-SentryMember -Organization acme).Email)
        Clear-Request $sandbox
    }

    AfterAll {
        Disconnect-Sentry
        Stop-Sandbox $sandbox
    }

    It 'plans with reads only' {
        $printed = Invoke-Guide $sandbox "Invoke-SentryOffboarding.ps1' -Path '$TestDrive/leavers.csv' -Evidence '$TestDrive/plan.csv' -Organization acme"
        $printed[-1] | Should -Be 'exit 1' -Because 'the owner who runs it cannot be removed'
        $printed -match '^What if: .*tara\.ueda6@acme\.example in acme' | Should -HaveCount 1
        Get-Write $sandbox | Should -BeNullOrEmpty
        $plan = Import-Csv $TestDrive/plan.csv
        $plan | Group-Object Result -NoElement | ForEach-Object { "$($_.Name) $($_.Count)" } | Should -Be 'failed 1', 'not found 1', 'planned 5'
    }

    It 'does it, without a question, and goes on after what fails' {
        $printed = Invoke-Guide $sandbox "Invoke-SentryOffboarding.ps1' -Path '$TestDrive/leavers.csv' -Evidence '$TestDrive/done.csv' -Organization acme -Apply"
        $printed[-2, -1] | Should -Be '7 steps, 1 failed', 'exit 1'
        $left = @((Get-SentryMember -Organization acme).Email)
        $there | Where-Object { $_ -notin $left } | Sort-Object | Should -Be 'goran.ueda4@acme.example', 'newcomer1@acme.example', 'tara.ueda6@acme.example'
        (Get-SentryAlertRule -Organization acme -AlertRule $rule.Id).Owner | Should -BeNullOrEmpty
        (Get-SentryInviteRequest -Organization acme).Email | Should -Not -Contain 'hopeful1@acme.example'
    }

    It 'leaves complete evidence' {
        $lines = Import-Csv $TestDrive/done.csv
        $lines | Should -HaveCount 7
        $lines | ForEach-Object { $_.WhenUtc | Should -Match '^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$'; $_.By | Should -Be 'ada.ackerman@acme.example' }
        ($lines | Where-Object Result -EQ failed).Detail | Should -BeLike '*is the user of this connection.*'
        $lines | Where-Object Result -EQ done | ForEach-Object Email | Sort-Object -Unique | Should -Be 'goran.ueda4@acme.example', 'hopeful1@acme.example', 'newcomer1@acme.example', 'TARA.ueda6@acme.example'
    }

    It 'has nothing left to do the second time' {
        $null = Invoke-Guide $sandbox "Invoke-SentryOffboarding.ps1' -Path '$TestDrive/leavers.csv' -Evidence '$TestDrive/again.csv' -Organization acme -Apply"
        (Import-Csv $TestDrive/again.csv).Result | Sort-Object -Unique | Should -Be 'failed', 'not found'
    }

    It 'takes who is on the list twice out once, and blanks for nothing' {
        Set-Content $TestDrive/twice.csv 'Email,Organization', ' omar.jensen5@acme.example , acme ', 'omar.jensen5@acme.example, '
        Invoke-Guide $sandbox "Invoke-SentryOffboarding.ps1' -Path '$TestDrive/twice.csv' -Evidence '$TestDrive/twice-done.csv' -Organization acme -Apply" | Should -Be '1 steps, 0 failed', 'exit 0'
        (Import-Csv $TestDrive/twice-done.csv).Result | Should -Be 'done'
    }

    It 'says of who is not found that a deactivated account is in no list' {
        (Import-Csv $TestDrive/done.csv | Where-Object Result -EQ 'not found').Detail | Should -BeLike '*deactivated account is in no list*'
    }

    It 'does nothing where a list breaks off' {
        Add-Fault $sandbox 'organizations/{org}/members/' noLinkHeader
        Clear-Request $sandbox
        $printed = Invoke-Guide $sandbox "Invoke-SentryOffboarding.ps1' -Path '$TestDrive/leavers.csv' -Evidence '$TestDrive/none.csv' -Organization acme -Apply" 2>&1
        Clear-Fault $sandbox
        $printed[-1] | Should -Be 'exit 1'
        Get-Write $sandbox | Should -BeNullOrEmpty
        $lines = Import-Csv $TestDrive/none.csv
        ($lines | Where-Object Result -EQ failed).Detail | Should -BeLike '*is incomplete*'
        $lines | Where-Object Result -NE failed | ForEach-Object { $_.Result; $_.Detail -like '*Not read: acme.*' } | Sort-Object -Unique | Should -Be 'not found', 'True'
    }

    It 'goes on in other organizations' {
        $other = (Get-SentryMember -Organization acme | Where-Object { $_.Role -eq 'member' -and -not $_.Pending })[-1]
        Add-Fault $sandbox 'organizations/{org}/members/' noLinkHeader -Times 1
        Set-Content $TestDrive/other.csv 'Email', $other.Email
        $printed = Invoke-Guide $sandbox "Invoke-SentryOffboarding.ps1' -Path '$TestDrive/other.csv' -Evidence '$TestDrive/other-done.csv' -Apply"
        Clear-Fault $sandbox
        $printed[-1] | Should -Be 'exit 1'
        Import-Csv $TestDrive/other-done.csv | ForEach-Object { "$($_.Organization) $($_.Result)" } | Should -Be 'globex failed', 'acme done'
    }
}

Describe 'Off-boarding of deactivated accounts' {
    BeforeAll {
        $sandbox = Start-Sandbox @('--members', '40', '--self-hosted')
        Connect-Sandbox $sandbox
        $people = @(Get-SentryMember -Organization acme -IncludeTeams | Where-Object { $_.Role -eq 'member' -and $_.TeamSlugs -and $_.IsActive -and $_.Email })
        $rule = Get-SentryAlertRule -Organization acme | Select-Object -First 1
        $null = Set-SentryAlertRule -AlertRule $rule -Owner $people[1].Email
        $null = Sync-SentryInventory -Organization acme -Path $TestDrive/synced
        $null = Set-SentryMember -Member $people[2].Email -Organization acme -Role manager
        $people[0..2] | ForEach-Object { Disable-SandboxMember $sandbox $_.Email }
        Set-Content $TestDrive/deactivated.csv 'Email', $people[0].Email.ToUpper(), $people[1].Email
        function Invoke-Offboarding([string] $Evidence, [string] $Inventory) {
            $env:SENTRY_INVENTORY = $Inventory
            Invoke-Guide $sandbox "Invoke-SentryOffboarding.ps1' -Path '$TestDrive/deactivated.csv' -Evidence '$Evidence' -Organization acme -Apply"
        }
    }

    AfterAll {
        Disconnect-Sentry
        Stop-Sandbox $sandbox
    }

    It 'is in no list' {
        (Get-SentryMember -Organization acme).Email | Should -Not -Contain $people[0].Email
    }

    It 'says what no id is known of, and takes the alerts of an account that owns some' {
        $printed = Invoke-Offboarding "$TestDrive/blind.csv" "$TestDrive/never"
        $printed[-1] | Should -Be 'exit 0'
        Import-Csv $TestDrive/blind.csv | ForEach-Object { "$($_.Email.ToLower()) $($_.Action) $($_.Result)" } |
            Should -Be "$($people[0].Email) Find not found", "$($people[1].Email) Find not found", "$($people[1].Email) Take the alert '$rule' from its owner done"
    }

    It 'removes whom an earlier sync knows' {
        $printed = Invoke-Offboarding "$TestDrive/seen.csv" "$TestDrive/synced"
        $printed[-1] | Should -Be 'exit 0'
        Import-Csv $TestDrive/seen.csv | ForEach-Object { "$($_.Action) $($_.Result)" } | Sort-Object -Unique | Should -Be 'Remove the member, whose account is deactivated done'
        Get-SentryMember -Organization acme -Member $people[0].Id -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'removes whom the audit log knows' {
        Set-Content $TestDrive/deactivated.csv 'Email', $people[2].Email
        $printed = Invoke-Offboarding "$TestDrive/log.csv" "$TestDrive/never"
        $printed[-1] | Should -Be 'exit 0'
        (Import-Csv $TestDrive/log.csv).Action | Should -Be 'Remove the manager, whose account is deactivated'
    }

    It 'has nothing left to do the second time' {
        Set-Content $TestDrive/deactivated.csv 'Email', $people[0].Email, $people[2].Email
        $null = Invoke-Offboarding "$TestDrive/again.csv" "$TestDrive/synced"
        (Import-Csv $TestDrive/again.csv).Result | Sort-Object -Unique | Should -Be 'not found'
    }
}

Describe 'Access review' {
    BeforeAll {
        $sandbox = Start-Sandbox @('--members', '40')
        Connect-Sandbox $sandbox
        $before = Get-SentryMember -Organization acme -IncludeTeams
        Clear-Request $sandbox
    }

    AfterAll {
        Disconnect-Sentry
        Stop-Sandbox $sandbox
    }

    It 'lists everybody, with names that no spreadsheet takes for formulas' {
        Invoke-Guide $sandbox "Invoke-SentryAccessReview.ps1' -Path '$TestDrive/review.csv' -Organization acme" | Select-Object -Last 1 | Should -Be 'exit 0'
        $rows = Import-Csv $TestDrive/review.csv
        $rows.Email | Sort-Object | Should -Be ($before.Email | Sort-Object)
        $rows.Name -match '^[=+\-@]|\p{C}' | Should -BeNullOrEmpty
        $rows.Decision | Sort-Object -Unique | Should -Be ''
    }

    It 'plans what was decided with reads only' {
        $rows = Import-Csv $TestDrive/review.csv
        foreach ($row in $rows) {
            $row.Decision = switch -Wildcard ($row.Email) { 'tara.ueda6@*' { 'remove' } 'omar.hoffmann9@*' { 'Manager ' } 'omar.fischer17@*' { 'admin' } 'jana.moreau2@*' { '' } 'amir.grant25@*' { 'remove' } default { 'keep' } }
            if ($row.Email -like 'amir.grant25@*') { $row.Role = 'manager' }
        }
        $rows | Export-Csv $TestDrive/review.csv
        $null = Invoke-Guide $sandbox "Invoke-SentryAccessReview.ps1' -Path '$TestDrive/review.csv' -Evidence '$TestDrive/plan.csv' -Organization acme"
        Get-Write $sandbox | Should -BeNullOrEmpty
        Import-Csv $TestDrive/plan.csv | Where-Object Result -NE kept | ForEach-Object { "$($_.Email -replace '@.*') $($_.Result)" } | Sort-Object |
            Should -Be 'amir.grant25 changed since the review', 'jana.moreau2 undecided', 'omar.fischer17 failed', 'omar.hoffmann9 planned', 'tara.ueda6 planned'
    }

    It 'does what was decided and keeps all teams' {
        $printed = Invoke-Guide $sandbox "Invoke-SentryAccessReview.ps1' -Path '$TestDrive/review.csv' -Evidence '$TestDrive/evidence.csv' -Organization acme -Apply"
        $printed[-2, -1] | Should -Be '3 not as decided', 'exit 1'
        $after = Get-SentryMember -Organization acme -IncludeTeams
        $before.Email | Where-Object { $_ -notin $after.Email } | Should -Be 'tara.ueda6@acme.example'
        $promoted = $after | Where-Object Email -Like 'omar.hoffmann9*'
        $promoted.Role | Should -Be manager
        $promoted.TeamSlugs | Should -Be ($before | Where-Object Email -Like 'omar.hoffmann9*').TeamSlugs
        foreach ($same in $before | Where-Object Email -NotMatch '^(omar\.hoffmann9|tara\.ueda6)') { ($after | Where-Object Id -EQ $same.Id).Role | Should -Be $same.Role }
    }

    It 'takes nobody for gone whom it did not look for' {
        $rows = Import-Csv $TestDrive/review.csv | Where-Object Email -Match '^(amir\.grant25|jana\.moreau2|tara\.ueda6)@'
        foreach ($row in $rows) { $row.Decision = 'remove' }
        ($rows | Where-Object Email -Like 'amir.*').MemberId = '1E+03'
        ($rows | Where-Object Email -Like 'jana.*').Organization = 'globex'
        $rows | Export-Csv $TestDrive/spoiled.csv
        Invoke-Guide $sandbox "Invoke-SentryAccessReview.ps1' -Path '$TestDrive/spoiled.csv' -Evidence '$TestDrive/spoiled-evidence.csv' -Organization acme -Apply" | Should -Be '2 not as decided', 'exit 1'
        Import-Csv $TestDrive/spoiled-evidence.csv | ForEach-Object { "$($_.Email -replace '@.*') $($_.Result)" } | Sort-Object |
            Should -Be 'amir.grant25 changed since the review', 'jana.moreau2 organization not read', 'tara.ueda6 gone already'
    }

    It 'leaves a line for everybody' {
        $lines = Import-Csv $TestDrive/evidence.csv
        $lines.Email | Sort-Object | Should -Be ($before.Email | Sort-Object)
        ($lines | Where-Object Result -EQ failed).Detail | Should -BeLike '*retired the role admin*'
        $lines.By | Sort-Object -Unique | Should -Be 'ada.ackerman@acme.example'
    }
}

Describe 'A module imported by its path' {
    BeforeAll {
        $sandbox = Start-Sandbox
        $environment = @{ SENTRY_URL = "$($sandbox.Url)"; SENTRY_AUTH_TOKEN = $sandbox.Token; NO_PROXY = '127.0.0.1'; SENTRY_INVENTORY = "$TestDrive/by-path" }
        Set-Content $TestDrive/one.csv 'Email', 'nobody@acme.example'
        function Invoke-WithPath([string] $Script) { Invoke-Pwsh "Import-Module '$ModulePath'; $Script; `"exit `$LASTEXITCODE`"" $environment }
    }

    AfterAll { Stop-Sandbox $sandbox }

    It 'is what <_> works with' -ForEach @(
        "Invoke-SentryAccessReview.ps1' -Path by-path.csv -Organization acme"
        "Invoke-SentryOffboarding.ps1' -Path one.csv -Evidence by-path-evidence.csv -Organization acme"
        "Watch-SentryChanges.ps1' -Organization acme"
    ) {
        $printed = Invoke-WithPath "& '$Repository/docs/$_"
        @($printed)[-1] | Should -Be 'exit 0' -Because ($printed -join "`n")
    }

    It 'runs the first audit of the README before there is a last.csv, and after it' {
        $code = [regex]::Match((Get-Content "$Repository/README.md" -Raw), '(?s)# 1\. Who counts as a user\?[^\n]*\n(?<code>.*?)\n\n').Groups['code'].Value
        $null = New-Item -ItemType Directory $TestDrive/first
        $printed = Invoke-WithPath "`$ErrorActionPreference = 'Stop'; Set-Location '$TestDrive/first'; $code; Move-Item next.csv last.csv; $code"
        $printed | Should -Be 'exit'
        (Import-Csv $TestDrive/first/next.csv).Count | Should -Be (Import-Csv $TestDrive/first/last.csv).Count
    }
}
