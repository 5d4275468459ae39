# The package as its users get it: from a repository, into a home folder that has no modules yet.

Describe 'The package' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        $version = (Import-PowerShellDataFile $Manifest).ModuleVersion
        $next = "$version.1"
        $first = & "$Repository/build/New-Package.ps1" -Module $ModulePath -Destination "$TestDrive/first"
        $null = New-Item "$TestDrive/repository", "$TestDrive/later" -ItemType Directory
        Copy-Item $first "$TestDrive/repository"

        # Nothing of the tester's: neither modules nor the list of repositories.
        $place = (New-Item "$TestDrive/home" -ItemType Directory).FullName
        $installed = "$place/.local/share/powershell/Modules/SentryAudit"
        $sandbox = Start-Sandbox @('--members', '20')
        $environment = @{
            HOME = $place; XDG_CONFIG_HOME = $null; XDG_DATA_HOME = $null; XDG_CACHE_HOME = $null; PSModulePath = $null
            SENTRY_URL = "$($sandbox.Url)"; SENTRY_AUTH_TOKEN = $sandbox.Token
        }
        $strict = "`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'`n"
        function Invoke-User([string] $Script) { Invoke-Pwsh ($strict + $Script) $environment }
    }

    AfterAll { Stop-Sandbox $sandbox }

    It 'has the same bytes each time it is made' {
        # In a fresh process, where hash tables have another order.
        Invoke-Pwsh "(& '$Repository/build/New-Package.ps1' -Module '$ModulePath' -Destination '$TestDrive/second').Name" |
            Should -Be $first.Name
        (Get-FileHash "$TestDrive/second/*").Hash | Should -Be (Get-FileHash "$TestDrive/first/*").Hash
    }

    It 'comes with sums that are right' {
        $sums = Get-Content "$TestDrive/first/SHA256SUMS"
        $sums | Should -HaveCount 2
        $sums | Should -Be ($first | ForEach-Object { '{0}  {1}' -f (Get-FileHash $_).Hash.ToLowerInvariant(), $_.Name })
    }

    It 'has in its zip the module, ready to be imported' {
        Expand-Archive "$TestDrive/first/SentryAudit-$version.zip" "$TestDrive/unpacked"
        Invoke-User "(Import-Module '$TestDrive/unpacked/SentryAudit' -PassThru).Version.ToString()" | Should -Be $version
    }

    Context 'Installed' {
        BeforeEach {
            if ($IsWindows) { Set-ItResult -Skipped -Because 'Windows installs for the account, which is yours, whatever HOME says' }
        }

        It 'is installed, imported, and audits' {
            Invoke-User @"
Register-PSResourceRepository Here '$TestDrive/repository' -Trusted
Install-PSResource SentryAudit -Repository Here -Scope CurrentUser
Import-Module SentryAudit
(Get-Module SentryAudit).ModuleBase
(Get-SentryUserStatus -Organization acme -Summary).Total
"@ | Should -Be "$installed/$version", '20'
        }

        It 'is updated, and the new version is the one that is imported' {
            Copy-Item $ModulePath "$TestDrive/later" -Recurse
            $changed = "$TestDrive/later/SentryAudit/SentryAudit.psd1"
            (Get-Content $changed -Raw).Replace("'$version'", "'$next'") | Set-Content $changed
            & "$Repository/build/New-Package.ps1" -Module "$TestDrive/later/SentryAudit" -Destination "$TestDrive/next" |
                Copy-Item -Destination "$TestDrive/repository"
            Invoke-User @"
Update-PSResource SentryAudit -Repository Here
(Import-Module SentryAudit -PassThru).Version.ToString()
(Get-SentryTeam -Organization acme).Count
"@ | Should -Be $next, '5'
        }

        It 'is removed, and leaves nothing' {
            Invoke-User "Uninstall-PSResource SentryAudit -Version '*'; (Get-Module SentryAudit -ListAvailable) -eq `$null" |
                Should -Be 'True'
            $installed | Should -Not -Exist
        }
    }
}
