Describe 'Errors' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath -Force
        $sandbox = Start-Sandbox
        $location = Get-Location
        Set-Location $TestDrive
        $homeFolder = $env:HOME
        $env:HOME = "$TestDrive"

        function Get-Fault([scriptblock] $Script) {
            # The one error of a script, terminating or not.
            $errors = @()
            try { & $Script | Out-Null }
            catch { $errors = @($_) }
            $errors
        }
    }

    AfterAll {
        $env:HOME = $homeFolder
        Set-Location $location
        Stop-Sandbox $sandbox
    }

    Context 'Connecting' {
        BeforeEach { Disconnect-Sentry }

        It 'without a token' {
            $fault = Get-Fault { Get-SentryTeam }
            $fault.FullyQualifiedErrorId | Should -Be 'NoSentryToken,SentryAudit.Commands.Team.GetSentryTeamCommand'
            $fault.CategoryInfo.Category | Should -Be AuthenticationError
            $fault.ErrorDetails.RecommendedAction | Should -Match 'Connect-Sentry .*SENTRY_AUTH_TOKEN.*\.sentryclirc'
        }

        It 'with a wrong token' {
            $fault = Get-Fault { Connect-Sandbox $sandbox 'sntryu_0000' }
            $fault.FullyQualifiedErrorId | Should -BeLike '*,SentryAudit.Commands.Connection.ConnectSentryCommand'
            $fault.CategoryInfo.Category | Should -Be AuthenticationError
            $fault.Exception.Message | Should -Match '401'
            $fault.ErrorDetails.RecommendedAction | Should -Match 'token'
            Get-SentryConnection | Should -BeNullOrEmpty
        }

        It 'with an expired token' {
            $token = New-Token $sandbox -Scope org:read -Expired
            $fault = Get-Fault { Connect-Sandbox $sandbox $token }
            $fault.CategoryInfo.Category | Should -Be AuthenticationError
            $fault.ErrorDetails.RecommendedAction | Should -Match 'expired'
        }

        It 'to a host that is not there' {
            $fault = Get-Fault { Connect-Sentry -Uri http://127.0.0.1:9 -Token (ConvertTo-SecureString x -AsPlainText -Force) -MaximumRetryCount 0 }
            $fault.CategoryInfo.Category | Should -Be ConnectionError
            $fault.TargetObject | Should -Be ([uri]'http://127.0.0.1:9')
            $fault.ErrorDetails.RecommendedAction | Should -Match '-Uri'
        }

        It 'does not try a mistyped address again' {
            $fault = Get-Fault { Connect-Sentry -Uri http://127.0.0.1:9 -Token (ConvertTo-SecureString x -AsPlainText -Force) -WarningVariable script:warnings -WarningAction SilentlyContinue }
            $fault.CategoryInfo.Category | Should -Be ConnectionError
            $fault.Exception.Message | Should -Match 'refused'
            $warnings | Should -BeNullOrEmpty
        }

        It 'unencrypted to another machine' {
            $fault = Get-Fault { Connect-Sentry -Uri http://sentry.example.com -Token (ConvertTo-SecureString x -AsPlainText -Force) }
            $fault.FullyQualifiedErrorId | Should -BeLike 'InvalidSentryUri,*'
            $fault.CategoryInfo.Category | Should -Be InvalidArgument
        }

        It 'to something that is no Sentry' {
            Add-Fault $sandbox '*' html
            $fault = Get-Fault { Connect-Sandbox $sandbox -Option @{ MaximumRetryCount = 0 } }
            Clear-Fault $sandbox
            $fault.CategoryInfo.Category | Should -Be InvalidResult
        }

        It 'keeps the connection there was' {
            Connect-Sandbox $sandbox
            Get-Fault { Connect-Sandbox $sandbox 'sntryu_0000' } | Should -Not -BeNullOrEmpty
            (Get-SentryTeam -Organization acme).Count | Should -BeGreaterThan 0
        }
    }

    Context 'Asking' {
        BeforeAll { Connect-Sandbox $sandbox -Option @{ MaximumRetryCount = 0 } }
        AfterEach { Clear-Fault $sandbox }

        It '<Command>: names what is not there' -ForEach @(
            @{ Command = 'Get-SentryTeam nope -Organization acme'; Target = 'nope' }
            @{ Command = 'Get-SentryProject nope -Organization acme'; Target = 'nope' }
            @{ Command = 'Get-SentryProject -Team nope -Organization acme'; Target = 'nope' }
            @{ Command = 'Get-SentryMember nope -Organization acme'; Target = 'nope' }
            @{ Command = 'Get-SentryUserStatus nope -Organization acme'; Target = 'nope' }
            @{ Command = 'Get-SentryRelease nope -Organization acme'; Target = 'nope' }
            @{ Command = 'Get-SentryAlertRule nope -Organization acme'; Target = 'nope' }
            @{ Command = 'Get-SentryAlertRule -Project nope -Organization acme'; Target = 'nope' }
            @{ Command = 'Get-SentryOrganization nope'; Target = 'nope' }
            @{ Command = 'Get-SentryTeam -Organization nope'; Target = 'nope' }
        ) {
            $result = Invoke-Expression "$Command -ErrorAction SilentlyContinue -ErrorVariable errors"
            $result | Should -BeNullOrEmpty
            $errors.Count | Should -Be 1
            $errors[0].CategoryInfo.Category | Should -Be ObjectNotFound
            "$($errors[0].TargetObject)" | Should -Be $Target
            $errors[0].Exception.Message | Should -Match "'nope'"
            $errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
            { Invoke-Expression "$Command -ErrorAction Stop" } | Should -Throw
        }

        It 'goes on with the next key' {
            $teams = 'nope', 'backend', 'neither', 'mobile' | Get-SentryTeam -Organization acme -ErrorAction SilentlyContinue -ErrorVariable errors
            $teams.Slug | Should -Be backend, mobile
            $errors.TargetObject | ForEach-Object { "$_" } | Sort-Object | Should -Be neither, nope
        }

        It 'goes on with the next organization' {
            $teams = Get-SentryTeam -Organization nope, globex -ErrorAction SilentlyContinue -ErrorVariable errors
            $teams.OrganizationSlug | Select-Object -Unique | Should -Be globex
            $errors.Count | Should -Be 1
        }

        It 'names the scope the token lacks' {
            $poor = Connect-Sandbox $sandbox (New-Token $sandbox -Scope org:read) @{ PassThru = $true }
            $result = Get-SentryMember -Organization acme -Connection $poor -ErrorAction SilentlyContinue -ErrorVariable errors
            Connect-Sandbox $sandbox -Option @{ MaximumRetryCount = 0 }
            $result | Should -BeNullOrEmpty
            $errors.Count | Should -Be 1
            $errors[0].CategoryInfo.Category | Should -Be PermissionDenied
            "$($errors[0].Exception.Message) $($errors[0].ErrorDetails.RecommendedAction)" | Should -Match 'member:read'
            "$($errors[0].TargetObject)" | Should -Be acme
        }

        It '<Kind> is <Category>' -ForEach @(
            @{ Kind = '404'; Category = 'ObjectNotFound' }
            @{ Kind = '500'; Category = 'ResourceUnavailable' }
            @{ Kind = '503'; Category = 'ResourceUnavailable' }
            @{ Kind = 'brownOut'; Category = 'ResourceUnavailable' }
            @{ Kind = 'rateLimited'; Category = 'LimitsExceeded' }
            @{ Kind = 'reset'; Category = 'ConnectionError' }
            @{ Kind = 'truncatedJson'; Category = 'InvalidResult' }
            @{ Kind = 'html'; Category = 'InvalidResult' }
        ) {
            Add-Fault $sandbox 'organizations/{org}/teams/' $Kind
            $result = Get-SentryTeam -Organization acme -ErrorAction SilentlyContinue -ErrorVariable errors -WarningAction SilentlyContinue
            $result | Should -BeNullOrEmpty
            $errors.Count | Should -Be 1
            $errors[0].CategoryInfo.Category | Should -Be $Category
            $errors[0].FullyQualifiedErrorId | Should -Match '^[A-Z][A-Za-z0-9]+,SentryAudit\.Commands\.Team\.GetSentryTeamCommand$'
            $errors[0].ErrorDetails.RecommendedAction | Should -Match '\.$'
        }

        It 'a token refused on the way ends the cmdlet' {
            Add-Fault $sandbox 'organizations/{org}/teams/' 401
            $fault = Get-Fault { Get-SentryTeam -Organization acme, globex -ErrorAction SilentlyContinue }
            $fault.CategoryInfo.Category | Should -Be AuthenticationError
        }

        It 'an incomplete list says so, after what came' {
            Add-Fault $sandbox 'organizations/{org}/members/' 500 -Skip 1
            $members = Get-SentryMember -Organization acme -ErrorAction SilentlyContinue -ErrorVariable errors
            $members.Count | Should -Be 100
            $errors.Count | Should -Be 1
            $errors[0].FullyQualifiedErrorId | Should -BeLike 'IncompleteListing,*'
            $errors[0].Exception.Message | Should -Match '100 items'
            $errors[0].Exception.ItemsRead | Should -Be 100
        }

        It 'a list whose end is unknown says so' {
            Add-Fault $sandbox 'organizations/{org}/members/' noLinkHeader
            $null = Get-SentryMember -Organization acme -ErrorAction SilentlyContinue -ErrorVariable errors
            $errors[0].FullyQualifiedErrorId | Should -BeLike 'IncompleteListing,*'
        }

        It 'a summary of an incomplete list says so' {
            Add-Fault $sandbox 'organizations/{org}/members/' 500 -Skip 1
            $summary = Get-SentryUserStatus -Organization acme -Summary -ErrorAction SilentlyContinue
            $summary.IsComplete | Should -BeFalse
            $summary.TotalMinusInvitedIsActive | Should -Be $null
        }

        It 'retries what may pass, and says so only where somebody looks' {
            $patient = Connect-Sandbox $sandbox -Option @{ PassThru = $true; MaximumRetryCount = 2 }
            Add-Fault $sandbox 'organizations/{org}/teams/' 503 -Times 1
            $teams = Get-SentryTeam -Organization acme -Connection $patient -ErrorVariable errors -WarningVariable warnings -Verbose 4>&1
            $teams.Where{ $_ -is [SentryAudit.SentryTeam] }.Count | Should -Be 5
            "$($teams.Where{ $_ -is [Management.Automation.VerboseRecord] })" | Should -Match 'Sentry failed \(503\); waiting'
            $errors | Should -BeNullOrEmpty
            $warnings | Should -BeNullOrEmpty
        }
    }

    Context 'As they are read' {
        It 'a concise view of <Command>' -ForEach @(
            @{ Command = 'Get-SentryTeam nope -Organization acme' }
            @{ Command = 'Get-SentryTeam -Organization nope' }
            @{ Command = 'Connect-Sentry -Uri http://sentry.example.com' }
        ) {
            $lines = Invoke-Pwsh "Import-Module '$ModulePath'; $Command" @{ SENTRY_URL = "$($sandbox.Url)"; SENTRY_AUTH_TOKEN = $sandbox.Token }
            $lines[0] | Should -Match '^(Get|Connect)-Sentry\w*: '
            $lines -join "`n" | Should -Match 'Recommendation: '
            $lines -join "`n" | Should -Not -Match 'Exception|   at |SentryAudit\.'
        }
    }
}
