Describe 'Signing in' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath -Force
        $sandbox = Start-Sandbox @('--members', '5')
        Set-OAuth $sandbox @{ pollSeconds = 1; approvesByItself = $true }
        $environment = @{ SENTRY_URL = "$($sandbox.Url)"; SENTRY_CLIENT_ID = $PublicClientId; SENTRY_SESSION_STORE = "$TestDrive/sessions"; SENTRY_AUTH_TOKEN = '' }
        $display = Use-FakeBrowser
        $opened = "$TestDrive/browser/opened"

        function Get-IssuedSecret { (Get-OAuth $sandbox).secrets }
    }

    BeforeEach {
        $environment.GetEnumerator() | ForEach-Object { [Environment]::SetEnvironmentVariable($_.Key, $_.Value) }
        Disconnect-Sentry
        Remove-Item $environment.SENTRY_SESSION_STORE, $opened -Recurse -ErrorAction Ignore
        Set-OAuth $sandbox @{ tokenSeconds = 2592000; latencySeconds = 0 }
    }

    AfterAll {
        Disconnect-Sentry
        Stop-Sandbox $sandbox
        $env:PATH = $display.Path
        $env:DISPLAY = $display.Display
        $env:SENTRY_URL = $env:SENTRY_CLIENT_ID = $null
        $env:SENTRY_SESSION_STORE = Join-Path ([IO.Path]::GetTempPath()) 'sentryaudit-no-sessions'
    }

    It 'tells the code by itself, and not as output' {
        $printed = Invoke-Pwsh "Import-Module '$ModulePath'; `$out = Connect-Sentry -DeviceCode; 'output: {0}' -f @(`$out).Count" $environment
        $printed[0] | Should -Match '^To sign in to Sentry, open http://\S+/oauth/device/ in a browser and enter the code [A-Z]{4}-[A-Z]{4} within 10 minutes\.$'
        $printed | Should -Contain 'output: 0'
    }

    It 'lets the telling be captured and silenced' {
        Connect-Sentry -DeviceCode -InformationVariable told 6>$null
        "$told" | Should -Match 'enter the code'
    }

    It 'opens the page of the code without the code' {
        Connect-Sentry -DeviceCode 6>$null
        Get-Content $opened | Should -Be "$($sandbox.Url)oauth/device/"
    }

    It 'by browser, and the command line holds no secret' {
        Skip-Without curl
        Connect-Sentry -Browser 6>$null
        (Get-SentryConnection).TokenKind | Should -Be 'OAuth'
        $line = Get-Content $opened -Raw
        $line | Should -Match 'code_challenge='
        Get-IssuedSecret | Where-Object { $line.Contains($_) } | Should -BeNullOrEmpty
    }

    It 'opens nothing with -NoBrowser' {
        Connect-Sentry -DeviceCode -NoBrowser 6>$null
        Test-Path $opened | Should -BeFalse
    }

    It 'stops at once with Ctrl+C' {
        Set-OAuth $sandbox @{ approvesByItself = $false }
        $shell = [powershell]::Create().AddScript("Import-Module '$ModulePath'; Connect-Sentry -DeviceCode -NoBrowser")
        $running = $shell.BeginInvoke()
        Wait-Until { $shell.Streams.Information.Count }
        Stop-Shell $shell | Should -BeLessThan 1000
        $running.IsCompleted | Should -BeTrue
        Set-OAuth $sandbox @{ approvesByItself = $true }
    }

    It 'says in four lines how to get a client id' {
        $env:SENTRY_CLIENT_ID = $null
        { Connect-Sentry -DeviceCode } | Should -Throw -ErrorId 'NoSentryClientId,*'
        $Error[0].Exception.Message -split "`n" | Should -HaveCount 4
    }

    It 'completes scopes, and those of all cmdlets are what Get-SentryPermission shows' {
        (TabExpansion2 'Connect-Sentry -DeviceCode -Scope A').CompletionMatches.CompletionText | Select-Object -First 3 | Should -Be 'Administration', 'alerts:read', 'Audit'
        Connect-Sentry -DeviceCode -Scope Administration 6>$null
        Get-SentryPermission | Where-Object Granted -ne $true | Should -BeNullOrEmpty
    }

    It 'keeps a session, readable by its owner only, and says that it is not encrypted' -Skip:$IsWindows {
        Connect-Sentry -DeviceCode -Persist -WarningVariable warnings 3>$null 6>$null
        "$warnings" | Should -Match 'not encrypted'
        (Get-Item (Get-SentrySession).Path).UnixFileMode | Should -Be 'UserWrite, UserRead'
    }

    It 'connects a new process from what is kept' {
        Connect-Sentry -DeviceCode -Persist 3>$null 6>$null
        Invoke-Pwsh "Import-Module '$ModulePath'; (Get-SentryTeam -Organization acme).Count; (Get-SentryConnection).Source" $environment |
            Should -Be '5', 'stored session of ada.ackerman@acme.example'
    }

    It 'two processes that renew at the same time renew once, and both work' {
        Set-OAuth $sandbox @{ tokenSeconds = 2; latencySeconds = 0.5 }
        Connect-Sentry -DeviceCode -Persist 3>$null 6>$null
        $before = (Get-OAuth $sandbox).renewals
        $end = (Get-SentryConnection).ExpiresAt
        Set-OAuth $sandbox @{ tokenSeconds = 2592000 }
        Disconnect-Sentry
        Wait-Until { [datetimeoffset]::UtcNow -ge $end }

        # Each says when it is ready, and waits for the other: for as long as Invoke-Pwsh lets it.
        $script = "Import-Module '$ModulePath'; `$null = New-Item -ItemType File `"$TestDrive/ready-`$PID`"; while (@(Get-ChildItem $TestDrive/ready-*).Count -lt 2) { `$null = [Threading.Thread]::Yield() }; (Get-SentryTeam -Organization acme).Count; (Get-SentryTeam -Organization acme).Count"
        $printed = 1..2 | ForEach-Object -ThrottleLimit 2 -TimeoutSeconds 90 -Parallel {
            $TestDrive = $using:TestDrive
            . "$using:PSScriptRoot/Sandbox.ps1"
            Invoke-Pwsh $using:script $using:environment
        }

        # Sandbox.ps1 has cleared the environment, which is the whole process's.
        $environment.GetEnumerator() | ForEach-Object { [Environment]::SetEnvironmentVariable($_.Key, $_.Value) }

        $printed | Should -Be '5', '5', '5', '5'
        (Get-OAuth $sandbox).renewals - $before | Should -Be 1
        (Get-SentrySession).ExpiresAt | Should -BeGreaterThan ([datetimeoffset]::UtcNow.AddDays(29))
    }

    It 'a process that ends in the middle of a renewal keeps what that brings' {
        Connect-Sentry -DeviceCode -Persist 3>$null 6>$null
        $before = (Get-OAuth $sandbox).renewals
        Clear-Request $sandbox
        Set-OAuth $sandbox @{ expireTokens = $true; latencySeconds = 1 }
        Invoke-Pwsh @"
`$shell = [powershell]::Create().AddScript("Import-Module '$ModulePath'; Get-SentryTeam -Organization acme")
`$null = `$shell.BeginInvoke()
while ((Invoke-RestMethod '$($sandbox.Url)sandbox/requests' -NoProxy -TimeoutSec 30).endpoint -notcontains 'oauth/token/') { `$null = [Threading.Thread]::Yield() }
`$shell.Stop()
"@ $environment | Should -Be ''
        Disconnect-Sentry
        (Get-OAuth $sandbox).renewals - $before | Should -Be 1
        Set-OAuth $sandbox @{ latencySeconds = 0 }
        (Get-SentryTeam -Organization acme).Count | Should -Be 5
        (Get-OAuth $sandbox).renewals - $before | Should -Be 1
    }

    It 'a session that Sentry has ended says so, and stays kept' {
        Connect-Sentry -DeviceCode -Persist 3>$null 6>$null
        $null = Invoke-Control $sandbox DELETE oauth
        { Get-SentryTeam -ErrorAction Stop } | Should -Throw -ErrorId 'SentrySessionEnded,*'
        $Error[0].ErrorDetails.RecommendedAction | Should -Match 'Connect again'
        Get-SentrySession | Should -HaveCount 1
    }

    It 'removes sessions, asks first, and binds them from the pipeline' {
        Connect-Sentry -DeviceCode -Persist 3>$null 6>$null
        Get-SentrySession | Remove-SentrySession -WhatIf
        Get-SentrySession | Should -HaveCount 1
        Get-SentrySession | Remove-SentrySession
        Get-SentrySession | Should -BeNullOrEmpty
        Get-ChildItem $environment.SENTRY_SESSION_STORE | Should -BeNullOrEmpty
    }

    It 'nothing secret is in a transcript, a stream or an error of a whole session' {
        Skip-Without curl
        $transcript = "$TestDrive/transcript.txt"
        $printed = Invoke-Pwsh @"
Import-Module '$ModulePath'
Start-Transcript '$transcript' > `$null
`$VerbosePreference = `$DebugPreference = 'Continue'
Connect-Sentry -DeviceCode -Persist -PassThru -Verbose -Debug | Format-List * -Force
Get-SentryTeam -Organization acme -Verbose > `$null
Connect-Sentry -Browser -Verbose -Debug
Get-SentryConnection | ConvertTo-Json -Depth 5
[Management.Automation.PSSerializer]::Serialize((Get-SentryConnection), 5)
Get-SentrySession | Format-List * -Force
Get-SentrySession | ConvertTo-Json -Depth 5
try { Connect-Sentry -DeviceCode -ClientId nobody } catch { `$_ | Format-List * -Force; Get-Error -InputObject `$_ }
Invoke-RestMethod '$($sandbox.Url)sandbox/oauth' -Method Delete -NoProxy -TimeoutSec 30
Get-SentryTeam -Organization acme
try { Connect-Sentry -Account ada.ackerman@acme.example } catch { `$_ | Format-List * -Force; Get-Error -InputObject `$_ }
`$Error | Format-List * -Force
`$Error | ForEach-Object { `$_.Exception | Format-List * -Force }
Stop-Transcript > `$null
'the end'
"@ $environment
        $printed | Should -Contain 'the end'
        $said = ($printed -join "`n") + (Get-Content $transcript -Raw)
        $said | Should -Match 'POST \S+/oauth/token/ 200'
        $said | Should -Match 'SentrySessionEnded'
        $secrets = Get-IssuedSecret
        $secrets.Count | Should -BeGreaterThan 10
        $secrets | Where-Object { $said.Contains($_) } | Should -BeNullOrEmpty
        $files = Get-ChildItem $TestDrive -Recurse -File | Where-Object { $text = Get-Content $_ -Raw; $secrets | Where-Object { "$text".Contains($_) } }
        $files.Name | Where-Object { $_ -notlike '*.session.json' } | Should -BeNullOrEmpty
    }

    Context 'with a secret vault' {
        BeforeAll {
            # The cmdlets of Microsoft.PowerShell.SecretManagement that are used, with a folder as the vault.
            $folder = New-Item -ItemType Directory "$TestDrive/modules/Microsoft.PowerShell.SecretManagement"
            $vault = (New-Item -ItemType Directory "$TestDrive/vault").FullName
            Set-Content "$folder/Microsoft.PowerShell.SecretManagement.psm1" @"
function Get-SecretVault { [pscustomobject]@{ Name = 'Team'; IsDefault = `$false }; [pscustomobject]@{ Name = 'Mine'; IsDefault = `$true } }
function Set-Secret { param([string] `$Name, [securestring] `$Secret, [string] `$Vault) if (Test-Path '$vault/locked') { throw 'The vault is locked.' }; Set-Content "$vault/`$Vault-`$Name" (ConvertFrom-SecureString `$Secret -AsPlainText) }
function Get-Secret { param([string] `$Name, [string] `$Vault, [switch] `$AsPlainText) if (Test-Path '$vault/locked') { throw 'The vault is locked.' }; Get-Content "$vault/`$Vault-`$Name" -Raw }
function Remove-Secret { param([string] `$Name, [string] `$Vault) Remove-Item "$vault/`$Vault-`$Name" }
Export-ModuleMember -Function *
"@
            $modulesBefore = $env:PSModulePath
            $env:PSModulePath = "$TestDrive/modules$([IO.Path]::PathSeparator)$env:PSModulePath"
        }

        AfterAll { $env:PSModulePath = $modulesBefore }

        It 'keeps the tokens there and not in the file, and says nothing of encryption' {
            Connect-Sentry -DeviceCode -Persist -WarningVariable warnings 6>$null
            $warnings | Should -BeNullOrEmpty
            $session = Get-SentrySession
            $session.Protection | Should -Be 'Vault'
            $session.Vault | Should -Be 'Mine'
            $text = Get-Content $session.Path -Raw
            Get-IssuedSecret | Where-Object { $text.Contains($_) } | Should -BeNullOrEmpty
            (Get-ChildItem $vault).Name | Should -BeLike 'Mine-SentryAudit-127.0.0.1-*'
        }

        It 'connects from there, renews there, and removes there' {
            Connect-Sentry -DeviceCode -Persist 6>$null
            Disconnect-Sentry
            $kept = Get-Content (Get-ChildItem $vault) -Raw
            $before = (Get-OAuth $sandbox).renewals
            Set-OAuth $sandbox @{ expireTokens = $true }
            Connect-Sentry
            (Get-SentryTeam -Organization acme).Count | Should -Be 5
            (Get-OAuth $sandbox).renewals - $before | Should -Be 1
            Get-Content (Get-ChildItem $vault) -Raw | Should -Not -Be $kept
            Get-SentrySession | Remove-SentrySession
            Get-ChildItem $vault | Should -BeNullOrEmpty
        }

        It 'a vault that fails loses the keeping, not the sign-in, and nothing falls back to plain text' {
            $null = New-Item "$vault/locked"
            Connect-Sentry -DeviceCode -Persist -ErrorVariable errors -ErrorAction SilentlyContinue 6>$null
            "$errors" | Should -Match 'The vault is locked'
            $errors[0].FullyQualifiedErrorId | Should -BeLike 'SecretVaultFailed,*'
            (Get-SentryTeam -Organization acme).Count | Should -Be 5
            Get-SentrySession | Should -BeNullOrEmpty
            Remove-Item "$vault/locked"
        }
    }
}
