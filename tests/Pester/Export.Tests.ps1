Describe 'CSV and JSON' {
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

    Context '<_>' -ForEach @(
        'Get-SentryOrganization', 'Get-SentryOrganization -Detailed', 'Get-SentryMember', 'Get-SentryMember -IncludeTeams', 'Get-SentryTeam', 'Get-SentryProject',
        'Get-SentryProjectKey', 'Get-SentryRepository', 'Get-SentryDeploy *', 'Get-SentryMonitor', 'Get-SentryIntegration',
        'Get-SentryCustomIntegration', 'Get-SentryInviteRequest', 'Get-SentryAuthProvider', 'Get-SentryRelease', 'Get-SentryAlertRule -Kind All',
        'Get-SentryUserStatus', 'Get-SentryUserStatus -Summary', 'Get-SentryConnection', 'Get-SentryPermission', 'Get-SentryIssue',
        'Get-SentryEvent -Project web-frontend', 'Get-SentryUserFeedback', 'Get-SentryProjectUser -Project web-frontend', 'Get-SentryTeamMember',
        'Get-SentryRelationship', 'Get-SentryRole', 'Get-SentryAccess -Project web*', 'Get-SentryAuditLog'
    ) {
        BeforeAll { $objects = @(Invoke-Expression $_) }

        It 'fills cells with values, never with type names' {
            $rows = @($objects | ConvertTo-Csv | ConvertFrom-Csv)
            $rows.Count | Should -Be $objects.Count
            $rows.ForEach({ $_.PSObject.Properties.Value }) -match '^(System|SentryAudit|Microsoft)\.[\w.]+' | Should -BeNullOrEmpty
            $columns = $rows[0].PSObject.Properties.Name
            foreach ($property in $objects[0].GetType().GetProperties().Name) { $columns | Should -Contain $property }
        }

        It 'is flat JSON: values, and lists of strings' {
            $read = @($objects | ConvertTo-Json -Depth 2 -WarningVariable warnings -WarningAction SilentlyContinue | ConvertFrom-Json -DateKind String)
            $warnings | Should -BeNullOrEmpty
            $read.Count | Should -Be $objects.Count
            # PowerShell spells a TimeSpan out; FrequencySeconds and RateLimitWindowSeconds are there for that.
            $odd = foreach ($property in $read.ForEach({ $_.PSObject.Properties }) | Where-Object Name -NotIn Frequency, Timeout, RateLimitWindow) {
                if ($property.TypeNameOfValue -match 'PSCustomObject' -or "$($property.Value)" -match '^(@\{|System\.|SentryAudit\.[A-Z])') { $property.Name }
            }

            $odd | Should -BeNullOrEmpty
        }
    }

    It 'keeps lists readable in CSV and lists in JSON' {
        $team = Get-SentryTeam mobile
        ($team | ConvertTo-Csv | ConvertFrom-Csv).ProjectSlugs | Should -Be ($team.ProjectSlugs -join ', ')
        ($team | ConvertTo-Json | ConvertFrom-Json).ProjectSlugs | Should -Be @($team.ProjectSlugs)
    }

    It 'keeps a list of one a list in JSON' {
        Get-SentryTeam platform | ConvertTo-Json -Compress | Should -Match '"ProjectSlugs":\["mobile-android"\]'
    }

    It 'leaves unknown empty in CSV and null in JSON' {
        $invited = Get-SentryMember -Pending | Select-Object -First 1
        ($invited | ConvertTo-Csv | ConvertFrom-Csv).Has2FA | Should -Be ''
        ($invited | ConvertTo-Json | ConvertFrom-Json).Has2FA | Should -Be $null
        $invited | ConvertTo-Json | Should -Match '"Has2FA": null'
    }

    It 'keeps a shown DSN out of text, CSV, JSON, views and verbose output' {
        $key = Get-SentryProjectKey -Project web-frontend -ShowSecret
        $key.Secret | Should -BeOfType securestring
        $plain = $key.Secret | ConvertFrom-SecureString -AsPlainText
        $plain | Should -Match '^https://[0-9a-f]{32}@'
        $public = ([uri]$plain).UserInfo
        $printed = @(
            "$key", ($key | ConvertTo-Csv), ($key | ConvertTo-Json -Depth 5), ($key | Format-Table | Out-String), ($key | Format-List * -Force | Out-String)
            [Management.Automation.PSSerializer]::Serialize((Get-SentryProjectKey -Project web-frontend -Verbose 4>&1), 5)
            (Get-SentryProjectKey $plain -Organization globex 2>&1 | Out-String)
        )
        $printed | Where-Object { "$_".Contains($public) } | Should -BeNullOrEmpty
        (Get-SentryProjectKey $plain).Id | Should -Be $key.Id
        (Get-SentryProjectKey web-frontend -ErrorAction SilentlyContinue) | Should -BeNullOrEmpty
    }

    It 'writes words for enumerations in CSV' {
        $row = Get-SentryUserStatus ada.ackerman@acme.example | ConvertTo-Csv | ConvertFrom-Csv
        $row.Status, $row.Reason | Should -Be 'Active', 'AccountActive'
    }

    It 'groups and sorts like any object' {
        $groups = Get-SentryUserStatus | Group-Object Status -NoElement | Sort-Object Count -Descending
        $groups[0].Name | Should -Be Active
        (Get-SentryMember | Sort-Object LastActive -Descending | Select-Object -First 1).LastActive | Should -BeOfType DateTimeOffset
    }
}

Describe 'A scheduled script over three generations, in <Culture>' -ForEach @(@{ Culture = 'en-US' }, @{ Culture = 'de-DE' }, @{ Culture = 'ar-SA' }) {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        $sandbox = Start-Sandbox @('--members', '40')
        $folder = New-Item -ItemType Directory "$TestDrive/$Culture"

        $printed = @(Invoke-Pwsh @"
. '$PSScriptRoot/Sandbox.ps1'
[cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = '$Culture'
Import-Module '$ModulePath'
`$env:SENTRY_URL = '$($sandbox.Url)'
`$env:SENTRY_AUTH_TOKEN = '$($sandbox.Token)'
Get-SentryUserStatus -Organization acme | Export-Csv '$folder/1.csv'
`$leaver = Import-Csv '$folder/1.csv' | Where-Object Status -EQ Active | Select-Object -Last 1
`$null = Remove-SandboxMember ([pscustomobject]@{ Url = [uri]`$env:SENTRY_URL }) `$leaver.Email
Get-SentryUserStatus -Organization acme -Previous (Import-Csv '$folder/1.csv') | Export-Csv '$folder/2.csv'
Get-SentryUserStatus -Organization acme -Previous (Import-Csv '$folder/2.csv') | Export-Csv '$folder/3.csv'
`$leaver.Email
"@)
        $leaver = $printed[-1]
        $one, $two, $three = 1..3 | ForEach-Object { , @(Import-Csv "$folder/$_.csv") }
    }

    AfterAll { Stop-Sandbox $sandbox }

    It 'complains about nothing' { $printed.Count | Should -Be 1 }

    It 'keeps everybody' {
        $one.Count | Should -Be 40
        $two.Count | Should -Be 40
        $three.Count | Should -Be 40
    }

    It 'knows who left, for good' {
        $first, $second, $third = $one, $two, $three | ForEach-Object { $_ | Where-Object Email -EQ $leaver }
        $first.Status | Should -Be Active
        foreach ($later in $second, $third) { $later.Status, $later.Reason, $later.EverActive | Should -Be 'Inactive', 'GoneAfterActive', 'True' }
        $second.PreviousStatus, $third.PreviousStatus | Should -Be 'Active', 'Inactive'
    }

    It 'keeps the dates of who left' {
        $first, $second, $third = $one, $two, $three | ForEach-Object { $_ | Where-Object Email -EQ $leaver }
        foreach ($column in 'DateCreated', 'LastActive', 'LastSeen') {
            $first.$column | Should -Not -BeNullOrEmpty
            $second.$column | Should -Be $first.$column
            $third.$column | Should -Be $first.$column
        }
    }

    It 'changes nobody else' {
        $then = $one | Where-Object Email -NE $leaver
        $now = $three | Where-Object Email -NE $leaver
        Compare-Object $then $now -Property MemberId, Email, Status, Reason, DateCreated, LastActive | Should -BeNullOrEmpty
    }
}

Describe 'Earlier rows' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath -Force
        $sandbox = Start-Sandbox @('--members', '30')
        Connect-Sandbox $sandbox -Option @{ Organization = 'acme' }
        $gone = [pscustomobject]@{ OrganizationSlug = 'acme'; MemberId = '1'; Email = 'left@acme.example'; Status = 'Active' }
    }

    AfterAll {
        Disconnect-Sentry
        Stop-Sandbox $sandbox
    }

    It 'may be objects, rows, hashtables, or runs together' {
        $run = Get-SentryUserStatus -Previous $gone
        ($run | Where-Object MemberId -EQ 1).Reason | Should -Be GoneAfterActive
        (Get-SentryUserStatus left@acme.example -Previous $run).Status | Should -Be Inactive
        (Get-SentryUserStatus left@acme.example -Previous $run, $run).Status | Should -Be Inactive
        (Get-SentryUserStatus left@acme.example -Previous @{ OrganizationSlug = 'acme'; MemberId = 1; Email = 'left@acme.example'; Status = 'Suspended' }).Reason | Should -Be Gone
        (Get-SentryUserStatus left@acme.example -Previous ($run | ConvertTo-Json | ConvertFrom-Json)).Reason | Should -Be GoneAfterActive
    }

    It 'may be none, as before the first run' {
        @(Get-SentryUserStatus -Previous $null).Count | Should -Be 30
        @(Get-SentryUserStatus -Previous @()).Count | Should -Be 30
    }

    It 'names the row it can not use, and changes nobody by it' {
        $result = Get-SentryUserStatus -Previous $gone, ([pscustomobject]@{ OrganizationSlug = 'acme'; MemberId = '2'; Status = 'Retired' }) -ErrorVariable errors -ErrorAction SilentlyContinue
        $errors.Count | Should -Be 1
        $errors[0].FullyQualifiedErrorId | Should -Be 'InvalidPreviousRow,SentryAudit.Commands.UserStatus.GetSentryUserStatusCommand'
        $errors[0].Exception.Message | Should -Match 'Row 2 .*Retired'
        $result.MemberId | Should -Contain '1'
        $result.MemberId | Should -Not -Contain '2'
    }

    It 'makes nobody inactive when the read breaks off' {
        Add-Fault $sandbox 'organizations/{org}/members/' 403
        $result = Get-SentryUserStatus -Previous $gone -ErrorAction SilentlyContinue -ErrorVariable errors
        Clear-Fault $sandbox
        $errors | Should -Not -BeNullOrEmpty
        $result | Where-Object Status -EQ Inactive | Should -BeNullOrEmpty
    }
}
