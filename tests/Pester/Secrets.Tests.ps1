Describe 'The token stays secret' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        $sandbox = Start-Sandbox @('--members', '5')
        $transcript = "$TestDrive/transcript.txt"
        $printed = Invoke-Pwsh @"
Import-Module '$ModulePath'
Start-Transcript '$transcript' > `$null
`$VerbosePreference = `$DebugPreference = 'Continue'
Connect-Sentry -Verbose -PassThru | Format-List * -Force
Get-SentryConnection | Format-Table * -Force
Get-SentryConnection | ConvertTo-Json -Depth 5
Get-SentryConnection | ConvertTo-Csv
Get-SentryConnection | ForEach-Object ToString
Get-SentryConnection | Get-Member -Force
[Management.Automation.PSSerializer]::Serialize((Get-SentryConnection), 5)
Get-SentryTeam -Organization acme -Verbose > `$null
Get-SentryTeam nope -Organization acme
Get-SentryTeam -Organization nope
Connect-Sentry -Uri http://127.0.0.1:9 -MaximumRetryCount 0
Connect-Sentry -Uri http://sentry.example.com
try { Connect-Sentry -Token (ConvertTo-SecureString ('sntryu_another' + '0secret') -AsPlainText -Force) } catch { `$_ | Format-List * -Force }
`$Error | Format-List * -Force
`$Error | ForEach-Object { `$_.Exception | Format-List * -Force; Get-Error -InputObject `$_ }
`$Error | ConvertTo-Json -Depth 3 -WarningAction SilentlyContinue
Stop-Transcript > `$null
'the end'
"@ @{ SENTRY_URL = "$($sandbox.Url)"; SENTRY_AUTH_TOKEN = $sandbox.Token }
        $secret = $sandbox.Token.Substring('sntryu_'.Length)
    }

    AfterAll { Stop-Sandbox $sandbox }

    It 'through a whole session' {
        $printed | Should -Contain 'the end'
        $printed.Count | Should -BeGreaterThan 200
        $printed | Where-Object { $_.Contains($secret) -or $_.Contains('another0secret') } | Should -BeNullOrEmpty
    }

    It 'in the transcript' {
        $lines = Get-Content $transcript
        $lines -join "`n" | Should -Match 'VERBOSE: GET '
        $lines | Where-Object { $_.Contains($secret) } | Should -BeNullOrEmpty
    }

    It 'in the connection object, its private parts included' {
        Import-Module $ModulePath -Force
        Connect-Sandbox $sandbox
        $connection = Get-SentryConnection
        $connection | Format-List * -Force | Out-String | Should -Not -Match $secret
        $connection | ConvertTo-Json -Depth 5 | Should -Not -Match $secret
        "$connection" | Should -Not -Match $secret
        $connection.PSObject.Properties.Name | Should -Not -Contain 'Token'
        Disconnect-Sentry
    }
}
