Describe 'Binding and pipelines' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath -Force
        $sandbox = Start-Sandbox
        Connect-Sandbox $sandbox -Option @{ Organization = 'acme' }
        $connection = Get-SentryConnection
    }

    AfterAll {
        Disconnect-Sentry
        Stop-Sandbox $sandbox
    }

    Context 'Our objects into our cmdlets' {
        It 'team → project → alert rule' {
            $projects = Get-SentryProject -Team backend
            $projects.TeamSlugs | Should -Contain 'backend'
            $rules = $projects | Get-SentryAlertRule
            $rules | Should -Not -BeNullOrEmpty
            foreach ($rule in $rules) { $rule.ProjectSlugs | Where-Object { $_ -in $projects.Slug } | Should -Not -BeNullOrEmpty }
        }

        It 'team object → project: the projects of that team' {
            $projects = Get-SentryTeam backend | Get-SentryProject
            $projects.Slug | Sort-Object | Should -Be ((Get-SentryTeam backend).ProjectSlugs | Sort-Object)
        }

        It 'project → release' {
            $releases = Get-SentryProject search | Get-SentryRelease
            $releases | Should -Not -BeNullOrEmpty
            foreach ($release in $releases) { $release.ProjectSlugs | Should -Contain 'search' }
        }

        It 'organization → <_>' -ForEach 'Member', 'Team', 'Project', 'Release', 'AlertRule', 'UserStatus', 'ProjectKey', 'Repository', 'Monitor', 'Integration', 'CustomIntegration' {
            $direct = & "Get-Sentry$_" -Organization globex
            $piped = Get-SentryOrganization globex | & "Get-Sentry$_"
            $piped.Count | Should -BeGreaterThan 0
            $piped.Count | Should -Be $direct.Count
            $piped.OrganizationSlug | Select-Object -Unique | Should -Be globex
        }

        It '<_> → organization' -ForEach 'Member', 'Team', 'Project', 'Release', 'AlertRule', 'UserStatus' {
            (& "Get-Sentry$_" -Organization globex | Get-SentryOrganization).Slug | Should -Be globex
        }

        It 'member → user status, and back' {
            $status = Get-SentryMember ada.ackerman@acme.example | Get-SentryUserStatus
            $status.Email | Should -Be ada.ackerman@acme.example
            ($status | Get-SentryMember).Id | Should -Be $status.MemberId
        }

        It 'inactive people → members' {
            $inactive = Get-SentryUserStatus -Status Inactive
            ($inactive | Get-SentryMember).Id | Sort-Object | Should -Be ($inactive.MemberId | Sort-Object)
        }

        It '<_> → itself' -ForEach 'Organization', 'Member', 'Team', 'Project', 'Release', 'AlertRule', 'UserStatus' {
            $all = & "Get-Sentry$_"
            $again = $all | & "Get-Sentry$_" -ErrorAction Stop
            $again.Count | Should -Be @($all).Count
            @($all | Select-Object -Last 1 | & "Get-Sentry$_" -ErrorAction Stop).Count | Should -Be 1
        }

        It 'team → member: the members of that team' {
            $team = Get-SentryTeam backend
            ($team | Get-SentryMember).Count | Should -Be $team.MemberCount
        }

        It 'two organizations stay apart' {
            $projects = Get-SentryProject -Organization acme, globex -Project web-frontend
            $projects.OrganizationSlug | Sort-Object | Should -Be acme, globex
            ($projects | Where-Object OrganizationSlug -EQ globex | Get-SentryProject).OrganizationSlug | Should -Be globex
        }

        It 'nothing → Get-Sentry<_> is nothing, not everything' -ForEach 'Organization', 'Member', 'Team', 'Project', 'Release', 'AlertRule', 'UserStatus' {
            @() | & "Get-Sentry$_" | Should -BeNullOrEmpty
            Get-SentryMember -Role 'nobody' | & "Get-Sentry$_" | Should -BeNullOrEmpty
        }

        It 'input that can not be bound is an error, not everything' {
            Get-SentryProject search | Get-SentryRepository -ErrorAction SilentlyContinue -ErrorVariable errors | Should -BeNullOrEmpty
            $errors.Count | Should -Be 1
            $errors[0].FullyQualifiedErrorId | Should -BeLike 'SentryInputUnrelated,*'
        }

        It 'a rule of several projects → its projects' {
            $several = Get-SentryAlertRule | Where-Object { $_.ProjectSlugs.Count -gt 1 } | Select-Object -First 1
            ($several | Get-SentryProject).Slug | Sort-Object | Should -Be ($several.ProjectSlugs | Sort-Object)
            Get-SentryAlertRule | Where-Object { $_.ProjectSlugs.Count -eq 0 } | Get-SentryProject -ErrorAction Stop | Should -BeNullOrEmpty
        }

        It 'alert rules of every kind find themselves' {
            $rules = Get-SentryAlertRule -Kind All
            ($rules | Get-SentryAlertRule -ErrorAction Stop).Id | Sort-Object | Should -Be ($rules.Id | Sort-Object)
            ($rules | ConvertTo-Csv | ConvertFrom-Csv | Get-SentryAlertRule -ErrorAction Stop).Id | Sort-Object | Should -Be ($rules.Id | Sort-Object)
        }

        It 'costs one listing, however many objects come' {
            Clear-Request $sandbox
            $null = Get-SentryProject | Get-SentryAlertRule
            @(Get-Request $sandbox | Where-Object endpoint -Like '*/workflows/').Count | Should -BeLessOrEqual 1
        }
    }

    Context 'Text into our cmdlets' {
        It 'project slugs' {
            $rules = 'web-frontend', 'search' | Get-SentryAlertRule
            foreach ($rule in $rules) { $rule.ProjectSlugs | Where-Object { $_ -in 'web-frontend', 'search' } | Should -Not -BeNullOrEmpty }
            $rules.Count | Should -Be (Get-SentryAlertRule -Project web-frontend, search).Count
        }

        It '<Cmdlet>: position, array, wildcard, range and id' -ForEach @(
            @{ Cmdlet = 'Get-SentryOrganization'; Key = 'acme'; Pattern = 'ac*'; Range = '[a-c]cme'; Natural = 'Slug' }
            @{ Cmdlet = 'Get-SentryTeam'; Key = 'backend'; Pattern = 'back*'; Range = '[a-c]ackend'; Natural = 'Slug' }
            @{ Cmdlet = 'Get-SentryProject'; Key = 'search'; Pattern = 'sea?ch'; Range = '[r-t]earch'; Natural = 'Slug' }
            @{ Cmdlet = 'Get-SentryMember'; Key = 'ada.ackerman@acme.example'; Pattern = 'ada.ack*'; Range = '[a-a]da.ackerman@*'; Natural = 'Email' }
            @{ Cmdlet = 'Get-SentryUserStatus'; Key = 'ada.ackerman@acme.example'; Pattern = 'ada.ack*'; Range = '[a-a]da.ackerman@*'; Natural = 'Email' }
            @{ Cmdlet = 'Get-SentryRelease'; Key = 'web-frontend@0.3.0'; Pattern = 'web-frontend@0.3.0*'; Range = 'web-fronten[b-d]@0.3.0'; Natural = 'Version' }
            @{ Cmdlet = 'Get-SentryAlertRule'; Key = 'Alert 1: first_seen_event'; Pattern = 'Alert 1:*'; Range = 'Alert [1-1]:*'; Natural = 'Name' }
        ) {
            (& $Cmdlet $Key).$Natural | Should -Be $Key
            $other = @(& $Cmdlet).$Natural | Where-Object { $_ -ne $Key } | Select-Object -First 1
            (& $Cmdlet $Key, $other).$Natural | Sort-Object | Should -Be ($Key, $other | Sort-Object)
            (& $Cmdlet $Pattern).$Natural | Should -Be $Key
            (& $Cmdlet $Range).$Natural | Should -Be $Key
            $id = (& $Cmdlet $Key) | ForEach-Object { $_.MemberId ?? $_.Id }
            if ($Cmdlet -ne 'Get-SentryRelease') {
                (& $Cmdlet $id).$Natural | Should -Be $Key
                # A version is whatever a build wrote, so its case counts.
                (& $Cmdlet $Key.ToUpperInvariant()).$Natural | Should -Be $Key
            }

            & $Cmdlet 'no such *' -ErrorAction Stop | Should -BeNullOrEmpty
        }

        It 'refuses an empty key instead of taking it for "all": <_>' -ForEach @(
            'Get-SentryAlertRule -Project $null', 'Get-SentryAlertRule -Project @()', "Get-SentryAlertRule -Project ''", 'Get-SentryAlertRule $null',
            'Get-SentryProject $null', 'Get-SentryProject -Team @()', 'Get-SentryTeam $null', "Get-SentryMember ' '", 'Get-SentryRelease -Project $null', 'Get-SentryTeam -Organization $null'
        ) {
            { Invoke-Expression $_ } | Should -Throw
        }

        It 'numbers are ids' {
            $id = [int](Get-SentryAlertRule 'Alert 1:*').Id
            (Get-SentryAlertRule $id).Name | Should -BeLike 'Alert 1:*'
        }

        It 'organizations by wildcard' {
            (Get-SentryTeam -Organization * backend).OrganizationSlug | Sort-Object | Should -Be acme, globex
        }

        It 'kinds of alert rules, several and all, but not Unknown' {
            $kinds = (Get-SentryAlertRule -Kind Metric, Cron).Kind | Sort-Object -Unique
            $kinds | Should -Be Metric, Cron
            (Get-SentryAlertRule -Kind All).Count | Should -BeGreaterThan (Get-SentryAlertRule).Count
            { Get-SentryAlertRule -Kind Unknown } | Should -Throw
        }

        It 'roles, several and by wildcard' {
            (Get-SentryMember -Role owner, man*).Role | Sort-Object -Unique | Should -Be manager, owner
        }
    }

    Context 'Rows of Import-Csv' {
        It '<Source> → <Target>' -ForEach @(
            @{ Source = 'Get-SentryProject'; Target = 'Get-SentryAlertRule' }
            @{ Source = 'Get-SentryProject'; Target = 'Get-SentryProject' }
            @{ Source = 'Get-SentryProject'; Target = 'Get-SentryRelease' }
            @{ Source = 'Get-SentryTeam'; Target = 'Get-SentryProject' }
            @{ Source = 'Get-SentryTeam'; Target = 'Get-SentryTeam' }
            @{ Source = 'Get-SentryMember'; Target = 'Get-SentryUserStatus' }
            @{ Source = 'Get-SentryMember'; Target = 'Get-SentryMember' }
            @{ Source = 'Get-SentryUserStatus'; Target = 'Get-SentryMember' }
            @{ Source = 'Get-SentryOrganization'; Target = 'Get-SentryTeam' }
            @{ Source = 'Get-SentryRelease'; Target = 'Get-SentryRelease' }
            @{ Source = 'Get-SentryAlertRule'; Target = 'Get-SentryAlertRule' }
            @{ Source = 'Get-SentryProject'; Target = 'Get-SentryProjectKey' }
            @{ Source = 'Get-SentryProject'; Target = 'Get-SentryMonitor' }
            @{ Source = 'Get-SentryProjectKey'; Target = 'Get-SentryProjectKey' }
            @{ Source = 'Get-SentryRepository'; Target = 'Get-SentryRepository' }
            @{ Source = 'Get-SentryRelease'; Target = 'Get-SentryDeploy' }
            @{ Source = 'Get-SentryIntegration'; Target = 'Get-SentryIntegration' }
            @{ Source = 'Get-SentryCustomIntegration'; Target = 'Get-SentryCustomIntegration' }
            @{ Source = 'Get-SentryInviteRequest'; Target = 'Get-SentryInviteRequest' }
        ) {
            $objects = & $Source
            $objects | Export-Csv "$TestDrive/rows.csv"
            $expected = $objects | & $Target -ErrorAction Stop
            $actual = Import-Csv "$TestDrive/rows.csv" | & $Target -ErrorAction Stop
            $actual.Count | Should -BeGreaterThan 0
            $actual.Count | Should -Be $expected.Count
        }
    }

    Context 'Connections' {
        It 'takes -Connection' {
            Disconnect-Sentry -Connection (Connect-Sandbox $sandbox -Option @{ PassThru = $true })
            Get-SentryConnection | Should -BeNullOrEmpty
            (Get-SentryTeam backend -Connection $connection).Slug | Should -Be backend
            Get-SentryConnection | Should -BeNullOrEmpty
        }

        It 'goes through ForEach-Object -Parallel, where there is no default connection' {
            $results = 'backend', 'frontend', 'mobile' | ForEach-Object -TimeoutSeconds 60 -Parallel {
                Import-Module $using:ModulePath
                $own = Get-SentryConnection
                [pscustomobject]@{ Own = $own; Slug = (Get-SentryTeam $_ -Connection $using:connection).Slug }
            } -ThrottleLimit 3
            $results.Slug | Sort-Object | Should -Be backend, frontend, mobile
            $results.Own | Should -BeNullOrEmpty
        }

        It 'refuses a closed connection' {
            $closed = Connect-Sandbox $sandbox -Option @{ PassThru = $true }
            Disconnect-Sentry
            { Get-SentryTeam -Connection $closed -ErrorAction Stop } | Should -Throw -ErrorId 'SentryConnectionClosed,*'
            Test-SentryConnection $closed | Should -BeFalse
        }
    }

    Context 'Dates' {
        BeforeAll {
            Connect-Sandbox $sandbox -Option @{ Organization = 'acme' }
            $all = Get-SentryRelease
        }

        It 'takes a date, a string and a relative date' {
            $since = [datetime]'2026-05-01'
            $expected = @($all | Where-Object DateCreated -GE $since).Count
            $expected | Should -BeGreaterThan 0
            (Get-SentryRelease -Since $since).Count | Should -Be $expected
            (Get-SentryRelease -Since '2026-05-01').Count | Should -Be $expected
            (Get-SentryRelease -Since ([DateTimeOffset]$since)).Count | Should -Be $expected
            (Get-SentryRelease -Since (Get-Date).AddYears(-50)).Count | Should -Be $all.Count
            (Get-SentryRelease -Until $since).Count | Should -Be ($all.Count - $expected)
        }
    }

    Context 'What comes out' {
        It '<_> writes what it says' -ForEach 'Organization', 'Member', 'Team', 'Project', 'Release', 'AlertRule', 'UserStatus', 'Connection', 'Permission', 'ProjectKey', 'Repository', 'Monitor', 'Integration',
            'CustomIntegration', 'InviteRequest', 'AuthProvider' {
            $command = Get-Command "Get-Sentry$_"
            $types = & $command | ForEach-Object { $_.GetType() } | Select-Object -Unique
            $types | Should -Not -BeNullOrEmpty
            foreach ($type in $types) { $command.OutputType.Type | Should -Contain $type }
        }

        It 'a summary is a summary, a test is one bool' {
            (Get-SentryUserStatus -Summary).GetType().Name | Should -Be SentryUserStatusSummary
            Test-SentryConnection | Should -BeOfType bool
        }
    }
}
