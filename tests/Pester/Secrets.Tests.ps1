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

Describe 'Secrets in the audit log stay secret' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath -Force
        $sandbox = Start-Sandbox @('--members', '5')
        Connect-Sandbox $sandbox

        # What the sandbox keeps in its entries; the raw answer shows that it does.
        $secrets = '5f3a9c0b7e2d4f618a9b0c1d2e3f4a5b', 'c0ffee00112233445566778899aabbcc', 'deadbeef00112233445566778899aabb', 'Zk8Qw3Rt6Yp1Lm4N'
        function Find-Secret([object[]] $Shown) {
            $text = $Shown | Out-String -Width 4000
            $secrets.Where{ $text.Contains($_) }
        }
        $entries = @(Get-SentryAuditLog -Organization acme)
    }

    AfterAll {
        Disconnect-Sentry
        Stop-Sandbox $sandbox
    }

    It 'though Sentry sends them' {
        $rows = (Invoke-SentryApi organizations/acme/audit-logs/ -Query @{ per_page = 100 } -WarningAction SilentlyContinue).rows
        Find-Secret ($rows | ConvertTo-Json -Depth 9) | Should -Be $secrets
    }

    It 'in <Name>' -ForEach @(
        @{ Name = 'objects'; Show = { $entries | ForEach-Object { "$_"; $_.PSObject.Properties.Value | ForEach-Object { "$_" } } } }
        @{ Name = 'tables'; Show = { $entries | Format-Table } }
        @{ Name = 'tables of everything'; Show = { $entries | Format-Table * -Force -Wrap } }
        @{ Name = 'lists'; Show = { $entries | Format-List } }
        @{ Name = 'lists of everything'; Show = { $entries | Format-List * -Force } }
        @{ Name = 'custom views'; Show = { $entries[0..11] | Format-Custom -Depth 3 } }
        @{ Name = 'wide views'; Show = { $entries | Format-Wide Note -Column 1 } }
        @{ Name = 'Export-Csv'; Show = { $entries | Export-Csv "$TestDrive/log.csv"; Get-Content "$TestDrive/log.csv" } }
        @{ Name = 'ConvertTo-Json'; Show = { $entries | ConvertTo-Json -Depth 9 } }
        @{ Name = 'Export-Clixml'; Show = { $entries | Export-Clixml "$TestDrive/log.xml" -Depth 9; Get-Content "$TestDrive/log.xml" } }
        @{ Name = '-Verbose and -Debug'; Show = { Get-SentryAuditLog -Organization acme -Verbose -Debug *>&1 } }
    ) {
        $shown = @(& $Show)
        ($shown | Out-String).Length | Should -BeGreaterThan 1000
        Find-Secret $shown | Should -BeNullOrEmpty
    }

    It 'which are named as hidden' {
        $entries.Where{ $_.Event -eq 'projectkey.create' }[0].Data | Should -Contain 'secret_key=(hidden)'
        $entries.Where{ $_.Event -eq 'api-key.create' }[0].Data | Should -Contain 'key=(hidden)'
        $entries.Where{ $_.Event -eq 'sso.enable' }[0].Data | Should -Contain 'config=(hidden)'
        $entries.Where{ $_.Event -eq 'servicehook.create' }[0].Note | Should -Be 'added a service hook for "https://hooks.acme.example/(hidden)"'
    }

    It 'in inventories and graphs, which hold no audit log' {
        Sync-SentryInventory -Path "$TestDrive/inventory" -Organization acme
        $state = @(foreach ($file in Get-ChildItem "$TestDrive/inventory" -Recurse -File -Filter *.gz) {
            $stream = [IO.Compression.GZipStream]::new([IO.File]::OpenRead($file.FullName), [IO.Compression.CompressionMode]::Decompress)
            try { [IO.StreamReader]::new($stream).ReadToEnd() } finally { $stream.Dispose() }
        })
        $graph = @(Get-SentryRelationship -Organization acme | ConvertTo-Json -Depth 5)
        $state.Count | Should -BeGreaterThan 0
        "$state" | Should -Match '"acme"'
        Find-Secret ($state + $graph) | Should -BeNullOrEmpty
        "$state $graph" | Should -Not -Match 'servicehook\.create|projectkey\.create'
    }
}
