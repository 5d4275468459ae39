# Pipelines as people write them: what a short chain changes, what rows of files mean, and what is left to the command line.

Describe 'Pipeline input' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath -Force
        $sandbox = Start-Sandbox -Option '--members', '60', '--self-hosted'
        Connect-Sandbox $sandbox
        $me = 'ben.pereira36@acme.example'
        function Get-Write { Get-Request $sandbox | Where-Object method -NE GET }
    }

    AfterAll {
        Disconnect-Sentry
        Stop-Sandbox $sandbox
    }

    Context 'Chains that change something' {
        It 'a team, its client keys: no others are disabled' {
            $projects = (Get-SentryTeam backend -Organization acme).ProjectSlugs
            $before = Get-SentryProjectKey
            Clear-Request $sandbox
            Get-SentryTeam backend -Organization acme | Get-SentryProjectKey | Disable-SentryProjectKey -Confirm:$false

            $changed = @(Get-SentryProjectKey | Where-Object { -not $_.IsActive -and $_.Id -in $before.Where{ $_.IsActive }.Id })
            $changed | Should -Not -BeNullOrEmpty
            $changed.ProjectSlug | Where-Object { $_ -notin $projects } | Should -BeNullOrEmpty
            $changed.OrganizationSlug | Select-Object -Unique | Should -Be acme
            @(Get-Write) | Should -HaveCount $changed.Count
            $changed | Enable-SentryProjectKey
        }

        It 'a team, its alert rules: no others are disabled' {
            $projects = (Get-SentryTeam backend -Organization acme).ProjectSlugs
            Clear-Request $sandbox
            $changed = Get-SentryTeam backend -Organization acme | Get-SentryAlertRule | Disable-SentryAlertRule -PassThru -Confirm:$false

            foreach ($rule in $changed) { $rule.ProjectSlugs | Where-Object { $_ -in $projects } | Should -Not -BeNullOrEmpty }
            @(Get-Write).Count | Should -BeGreaterThan 0
            @(Get-Write).Count | Should -BeLessThan @(Get-SentryAlertRule -Organization acme).Count
            Get-SentryAlertRule -Organization acme | Where-Object { -not ($_.ProjectSlugs | Where-Object { $_ -in $projects }) -and $_.Status -eq 'disabled' } |
                Where-Object { $_.Id -in $changed.Id } | Should -BeNullOrEmpty
        }

        It 'a member, the teams: those of that person' {
            $own = Get-SentryTeamMember -Organization acme | Where-Object Email -EQ $me
            (Get-SentryMember $me -Organization acme | Get-SentryTeam).Slug | Sort-Object | Should -Be ($own.TeamSlug | Sort-Object)
            Clear-Request $sandbox
            Get-SentryMember $me -Organization acme | Get-SentryTeam | Remove-SentryTeam -WhatIf
            Get-Write | Should -BeNullOrEmpty
        }

        It 'the access to a project, the members: each person once, and no error' {
            $rows = Get-SentryAccess -Project payments-api -Organization acme
            $people = $rows | Get-SentryMember -ErrorAction Stop
            $people.Id | Sort-Object | Should -Be ($rows.MemberId | Sort-Object -Unique)
            $all = Get-SentryAccess -Organization acme -ExcludeOpenMembership -ErrorAction SilentlyContinue
            ($all | Get-SentryMember -ErrorAction Stop).Id | Sort-Object | Should -Be ($all.MemberId | Sort-Object -Unique)
        }

        It 'an alert rule, its monitors, and back: by connection' {
            $rule = Get-SentryAlertRule 9001 -Organization acme
            $monitors = $rule | Get-SentryMonitor
            $monitors.Id | Should -Be $rule.ConnectedIds
            ($monitors | Get-SentryAlertRule).Id | Should -Contain 9001
            foreach ($one in $monitors | Get-SentryAlertRule) { $one.ConnectedIds | Should -Contain $monitors[0].Id }
            Get-SentryMonitor -Organization acme | Where-Object { $_.AlertRuleIds -and $_.AlertRuleIds.Count -eq 0 } | Get-SentryAlertRule -ErrorAction Stop | Should -BeNullOrEmpty
            $metric = Get-SentryAlertRule -Organization acme -Kind Metric | Select-Object -First 1
            ($metric | Get-SentryMonitor).Id | Should -Be $metric.Id
        }

        It 'a name that two organizations have stays in its own' {
            $keys = Get-SentryTeam backend -Organization globex | Get-SentryProjectKey
            $keys.OrganizationSlug | Select-Object -Unique | Should -Be globex
            $both = Get-SentryTeam backend
            foreach ($organization in 'acme', 'globex') {
                $own = ($both | Where-Object OrganizationSlug -EQ $organization).ProjectSlugs
                ($both | Get-SentryProjectKey | Where-Object OrganizationSlug -EQ $organization).ProjectSlug | Sort-Object -Unique | Should -Be ($own | Sort-Object)
            }
        }

        It 'a foreign object never names the parent: <Name>' -ForEach @(
            @{ Name = 'a key, its project'; Cmdlet = 'Remove-SentryProject'; Option = @{}; Source = 'Get-SentryProjectKey' }
            @{ Name = 'a place on a team, the member'; Cmdlet = 'Remove-SentryMember'; Option = @{}; Source = 'Get-SentryTeamMember' }
            @{ Name = 'a place on a team, the team'; Cmdlet = 'Remove-SentryTeam'; Option = @{}; Source = 'Get-SentryTeamMember' }
            @{ Name = 'a team, the settings of its organization'; Cmdlet = 'Set-SentryOrganization'; Option = @{ OpenMembership = $true }; Source = 'Get-SentryTeam' }
        ) {
            $one = & $Source -Organization acme | Select-Object -First 1
            Clear-Request $sandbox
            $one | & $Cmdlet @Option -WhatIf -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'SentryInputUnrelated,*'
            Get-Request $sandbox | Should -BeNullOrEmpty
        }

        It 'a place on a team is taken from it, and from no other' {
            $place = Get-SentryTeamMember -Organization acme -Team mobile | Select-Object -First 1
            $before = @(Get-SentryTeamMember -Organization acme)
            Clear-Request $sandbox
            $place | Remove-SentryTeamMember -Confirm:$false
            @(Get-Write) | Should -HaveCount 1
            @(Get-SentryTeamMember -Organization acme) | Should -HaveCount ($before.Count - 1)
            Get-SentryMember $place.MemberId -Organization acme | Should -Not -BeNullOrEmpty
        }

        It 'a team fills no name of a new project' {
            Clear-Request $sandbox
            $made = Get-SentryTeam mobile -Organization acme | New-SentryProject -Name 'From a team'
            $made.Slug | Should -Be 'from-a-team'
            $made.TeamSlugs | Should -Be mobile
            Get-SentryTeam mobile -Organization acme | New-SentryProject -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'SentryInputUnrelated,*'
            @(Get-Write) | Should -HaveCount 1
        }
    }

    Context 'Rows and copies' {
        It 'a row names what its columns say: <Name>' -ForEach @(
            @{ Name = 'a slug'; Row = @{ Slug = 'backend'; OrganizationSlug = 'acme' }; Cmdlet = 'Get-SentryTeam'; Expected = 'backend' }
            @{ Name = 'a slug of a project'; Row = @{ Slug = 'search'; OrganizationSlug = 'acme' }; Cmdlet = 'Get-SentryProject'; Expected = 'search' }
            @{ Name = 'a key'; Row = @{ TeamSlug = 'backend'; Organization = 'acme' }; Cmdlet = 'Get-SentryTeam'; Expected = 'backend' }
            @{ Name = 'a filter'; Row = @{ TeamSlug = 'platform'; OrganizationSlug = 'acme' }; Cmdlet = 'Get-SentryProject'; Expected = 'mobile-android' }
            @{ Name = 'a key beside other columns'; Row = @{ Team = 'backend'; OrganizationSlug = 'acme'; Colour = 'red' }; Cmdlet = 'Get-SentryTeam'; Expected = 'backend' }
            @{ Name = 'a subject beside where it stands'; Row = @{ Email = 'ada.ackerman@acme.example'; ProjectSlug = 'nowhere'; OrganizationSlug = 'acme' }; Cmdlet = 'Get-SentryMember'; Expected = 'ada.ackerman@acme.example' }
        ) {
            foreach ($form in $Row, [pscustomobject]$Row) { ($form | & $Cmdlet -ErrorAction Stop | ForEach-Object { "$_" }) | Should -Be $Expected }
        }

        It 'a row that has only an organization means all of it' {
            @([pscustomobject]@{ OrganizationSlug = 'acme' } | Get-SentryTeam).Count | Should -Be @(Get-SentryTeam -Organization acme).Count
            @([pscustomobject]@{ OrganizationSlug = '*' } | Get-SentryTeam -ErrorAction SilentlyContinue -ErrorVariable failed).Count | Should -Be 0
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'SentryOrganizationNotFound,*'
        }

        It 'anything else is refused, and nothing is sent: <Name>' -ForEach @(
            @{ Name = 'unknown columns'; Value = @{ Colour = 'red'; OrganizationSlug = 'acme' }; Cmdlet = 'Get-SentryTeam' }
            @{ Name = 'no column'; Value = @{}; Cmdlet = 'Get-SentryTeam' }
            @{ Name = 'two filters'; Value = @{ TeamSlug = 'backend'; MemberId = '1'; OrganizationSlug = 'acme' }; Cmdlet = 'Get-SentryProject' }
            @{ Name = 'the project of something else'; Value = @{ MonitorId = '1'; ProjectSlug = 'search'; OrganizationSlug = 'acme' }; Cmdlet = 'Get-SentryAlertRule' }
            @{ Name = 'a change by a row about something else'; Value = @{ MemberId = '1'; TeamSlug = 'backend'; OrganizationSlug = 'acme' }; Cmdlet = 'Remove-SentryMember' }
            @{ Name = 'a change without a key'; Value = @{ OrganizationSlug = 'acme' }; Cmdlet = 'Remove-SentryTeam' }
            @{ Name = 'a date'; Value = [datetime]'2026-01-01'; Cmdlet = 'Get-SentryTeam' }
            @{ Name = 'a truth'; Value = $true; Cmdlet = 'Get-SentrySubscription' }
            @{ Name = 'nothing'; Value = $null; Cmdlet = 'Get-SentryTeam' }
            @{ Name = 'an empty text'; Value = ''; Cmdlet = 'Get-SentryTeam' }
            @{ Name = 'text where there is no key'; Value = 'acme'; Cmdlet = 'Get-SentryRelationship' }
            @{ Name = 'a file'; Value = Get-Item $PSCommandPath; Cmdlet = 'Get-SentryTeam' }
            @{ Name = 'a process'; Value = Get-Process -Id $PID; Cmdlet = 'Remove-SentryTeam' }
        ) {
            Clear-Request $sandbox
            , $Value | & $Cmdlet -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
            $failed | Should -HaveCount 1
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'SentryInputUnrelated,*'
            Get-Request $sandbox | Should -BeNullOrEmpty
        }

        It 'a copy means what the object means: <Form>' -ForEach @(
            @{ Form = 'Import-Clixml'; MakeCopy = { $input | Export-Clixml $TestDrive/copy.xml; Import-Clixml $TestDrive/copy.xml } }
            @{ Form = 'Import-Csv'; MakeCopy = { $input | Export-Csv $TestDrive/copy.csv; Import-Csv $TestDrive/copy.csv } }
            @{ Form = 'ConvertFrom-Json'; MakeCopy = { $input | ConvertTo-Json -Depth 3 | ConvertFrom-Json } }
            @{ Form = 'Select-Object'; MakeCopy = { $input | Select-Object * } }
            @{ Form = 'a list of them'; MakeCopy = { , @($input) } }
        ) {
            $pairs = @{
                { Get-SentryTeam mobile -Organization acme } = 'Get-SentryProjectKey', 'Get-SentryMember', 'Get-SentryTeam'
                { Get-SentryMember $me -Organization acme } = 'Get-SentryTeam', 'Get-SentryAccess', 'Get-SentryMember'
                { Get-SentryAlertRule -Organization acme -Kind Metric | Select-Object -First 1 } = 'Get-SentryAlertRule', 'Get-SentryMonitor'
                { Get-SentryMonitor -Organization acme | Where-Object AlertRuleIds | Select-Object -First 1 } = 'Get-SentryAlertRule', 'Get-SentryMonitor'
                { Get-SentryRole admin -Organization acme | Where-Object Kind -EQ Organization } = 'Get-SentryRole', 'Get-SentryMember'
                { Get-SentryOrganization acme } = , 'Get-SentryTeam'
            }
            foreach ($pair in $pairs.GetEnumerator()) {
                $object = & $pair.Key
                $copy = $object | & $MakeCopy
                foreach ($cmdlet in $pair.Value) {
                    $expected = $object | & $cmdlet -ErrorAction Stop -WarningAction SilentlyContinue | ForEach-Object { "$($_.Id) $_" }
                    , $copy | & $cmdlet -ErrorAction Stop -WarningAction SilentlyContinue | ForEach-Object { "$($_.Id) $_" } | Should -Be $expected -Because "$object | $cmdlet"
                }
            }
        }

        It 'a copy without its key does not mean everything' {
            Clear-Request $sandbox
            Get-SentryTeam backend -Organization acme | Select-Object Name, OrganizationSlug |
                Get-SentryProjectKey -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'SentryInputUnknown,*'
        }

        It 'data is never a pattern' {
            [pscustomobject]@{ Email = '*@acme.example' } | Remove-SentryMember -WhatIf -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed[0].FullyQualifiedErrorId | Should -BeLike 'SentryObjectNotFound,*'
            [pscustomobject]@{ mail = '*@acme.example' } | Get-SentryMember -Member { $_.mail } -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            ('ada.ack*' | Get-SentryMember -Organization acme).Email | Should -Be ada.ackerman@acme.example
        }

        It 'what is called like a pattern is that, and nothing else' {
            $first, $second = Get-SentryAlertRule -Organization acme | Select-Object -First 2
            $first | Set-SentryAlertRule -Name 'CPU [prod]' -Confirm:$false
            $second | Set-SentryAlertRule -Name 'CPU p' -Confirm:$false
            (Get-SentryAlertRule 'CPU [prod]' -Organization acme).Id | Should -Be $first.Id
            Clear-Request $sandbox
            Remove-SentryAlertRule 'CPU [prod]' -Organization acme -Confirm:$false
            @(Get-Write) | Should -HaveCount 1
            (Get-SentryAlertRule 'CPU [p]' -Organization acme).Id | Should -Be $second.Id
        }
    }
}
