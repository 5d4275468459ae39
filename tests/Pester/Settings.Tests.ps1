Describe 'Where settings come from' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath -Force
        $sandbox = Start-Sandbox @('--members', '5')
        $secret = ConvertTo-SecureString $sandbox.Token -AsPlainText -Force
        $null = New-Item -ItemType Directory "$TestDrive/home", "$TestDrive/near/deep/deeper", "$TestDrive/elsewhere"
        $deep = "$TestDrive/near/deep/deeper"

        function Set-Settings($Folder, [string] $Token, [string] $Url, [string] $Organization) {
            Set-Content "$Folder/.sentryclirc" @('; made by a test', '[auth]', "token=$Token", '', '[defaults]', $(if ($Url) { "url = $Url" }), $(if ($Organization) { "org = $Organization" }))
        }

        function Connect-Fresh([scriptblock] $Script = { Connect-Sentry -Verbose -PassThru }, [hashtable] $Environment = @{}, [string] $Location = "$TestDrive/elsewhere") {
            # The process's own folder stays where it is: what counts is where PowerShell is.
            $names = 'HOME', 'USERPROFILE', 'SENTRY_URL', 'SENTRY_AUTH_TOKEN', 'SENTRY_ORG'
            $before = $names | ForEach-Object { [Environment]::GetEnvironmentVariable($_) }
            Disconnect-Sentry
            Push-Location $Location
            try {
                $env:HOME = $env:USERPROFILE = "$TestDrive/home"
                foreach ($pair in $Environment.GetEnumerator()) { [Environment]::SetEnvironmentVariable($pair.Key, $pair.Value) }
                $verbose, $connection = (& $Script 4>&1).Where({ $_ -is [Management.Automation.VerboseRecord] }, 'Split')
                [pscustomobject]@{ Result = $connection | ForEach-Object { "$($_.Organization)|$($_.Source)|$($_.BaseUri)" }; Verbose = $verbose }
            }
            finally {
                Pop-Location
                for ($i = 0; $i -lt $names.Count; $i++) { [Environment]::SetEnvironmentVariable($names[$i], $before[$i]) }
            }
        }
    }

    AfterEach { Remove-Item "$TestDrive/home/.sentryclirc", "$TestDrive/near/.sentryclirc", "$TestDrive/near/deep/.sentryclirc" -Force -ErrorAction Ignore }
    AfterAll {
        Disconnect-Sentry
        Stop-Sandbox $sandbox
    }

    It 'the environment' {
        $got = Connect-Fresh -Environment @{ SENTRY_URL = "$($sandbox.Url)"; SENTRY_AUTH_TOKEN = $sandbox.Token; SENTRY_ORG = 'globex' }
        $got.Result | Should -Be "globex|environment variable SENTRY_AUTH_TOKEN|$($sandbox.Url)"
        $got.Verbose[0].Message | Should -Match '^Token from environment variable SENTRY_AUTH_TOKEN; address .* from environment variable SENTRY_URL; organization globex from environment variable SENTRY_ORG'
    }

    It 'the file in the home folder' {
        Set-Settings "$TestDrive/home" $sandbox.Token $sandbox.Url acme
        (Connect-Fresh).Result | Should -BeLike "acme|*home*.sentryclirc|$($sandbox.Url)"
    }

    It 'the nearest file upward from where PowerShell is' {
        Set-Settings "$TestDrive/home" 'sntryu_wrong' $sandbox.Url acme
        Set-Settings "$TestDrive/near" $sandbox.Token $sandbox.Url globex
        (Connect-Fresh -Location $deep).Result | Should -BeLike "globex|*near*.sentryclirc|$($sandbox.Url)"
        Set-Settings "$TestDrive/near/deep" $sandbox.Token $sandbox.Url acme
        (Connect-Fresh -Location $deep).Result | Should -BeLike "acme|*deep*.sentryclirc|$($sandbox.Url)"
    }

    It 'works from a location that is no folder' {
        Set-Settings "$TestDrive/home" $sandbox.Token $sandbox.Url acme
        (Connect-Fresh -Location 'Env:').Result | Should -BeLike "acme|*home*.sentryclirc|*"
    }

    It 'parameter over environment over file' {
        Set-Settings "$TestDrive/home" 'sntryu_wrong' 'https://wrong.invalid' wrong
        $environment = @{ SENTRY_URL = "$($sandbox.Url)"; SENTRY_AUTH_TOKEN = $sandbox.Token; SENTRY_ORG = 'globex' }
        (Connect-Fresh -Environment $environment).Result | Should -Be "globex|environment variable SENTRY_AUTH_TOKEN|$($sandbox.Url)"
        $script = { Connect-Sentry -Organization acme -Uri $sandbox.Url -Token $secret -PassThru }
        (Connect-Fresh $script @{ SENTRY_URL = 'https://wrong.invalid'; SENTRY_AUTH_TOKEN = 'sntryu_wrong'; SENTRY_ORG = 'wrong' }).Result | Should -Be "acme|parameter|$($sandbox.Url)"
    }

    It 'a credential, as vaults give it' {
        (Connect-Fresh { Connect-Sentry -Uri $sandbox.Url -Credential ([pscredential]::new('any', $secret)) -PassThru }).Result | Should -Be "|parameter|$($sandbox.Url)"
    }

    It 'cmdlets connect by themselves' {
        $got = Connect-Fresh { $null = Get-SentryTeam; Get-SentryConnection } @{ SENTRY_URL = "$($sandbox.Url)"; SENTRY_AUTH_TOKEN = $sandbox.Token }
        $got.Result | Should -Be "|environment variable SENTRY_AUTH_TOKEN|$($sandbox.Url)"
    }

    It 'an organization token names its own Sentry and organization' {
        $token = New-Token $sandbox -Kind Organization -Scope org:ci
        (Connect-Fresh -Environment @{ SENTRY_AUTH_TOKEN = $token }).Result | Should -Be "acme|environment variable SENTRY_AUTH_TOKEN|$($sandbox.Url)"
    }

    It 'a file somebody else wrote does not send the token to an address of its choice' {
        Set-Settings "$TestDrive/near" '' $sandbox.Url acme
        { Connect-Fresh -Location $deep -Environment @{ SENTRY_AUTH_TOKEN = $sandbox.Token } } | Should -Throw -ErrorId 'BorrowedSentryUri,*'
        Get-SentryConnection | Should -BeNullOrEmpty
    }

    It 'never say the token' {
        $got = Connect-Fresh -Environment @{ SENTRY_URL = "$($sandbox.Url)"; SENTRY_AUTH_TOKEN = $sandbox.Token }
        $got.Verbose.Count | Should -BeGreaterThan 1
        "$($got.Verbose)" | Should -Not -Match $sandbox.Token
    }
}
