Describe 'Streams' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath -Force
        $sandbox = Start-Sandbox @('--members', '1000', '--latency-ms', '20')
        Connect-Sandbox $sandbox -Option @{ Organization = 'acme' }
        $connection = Get-SentryConnection
    }

    AfterAll {
        Disconnect-Sentry
        Stop-Sandbox $sandbox
    }

    BeforeEach { Clear-Request $sandbox }

    Context 'Stopping' {
        It 'Select-Object -First 1 stops the requests' {
            (Get-SentryMember | Select-Object -First 1).Email | Should -Be ada.ackerman@acme.example
            # The second page is on its way while the first is consumed; a third never is.
            @(Get-Request $sandbox | Where-Object endpoint -Like '*/members/').Count | Should -BeLessOrEqual 2
            @(Get-SentryMember).Count | Should -Be 1000
        }

        It 'a break in a loop stops the requests' {
            foreach ($round in 1) { Get-SentryMember | ForEach-Object { break } }
            @(Get-Request $sandbox | Where-Object endpoint -Like '*/members/').Count | Should -BeLessOrEqual 2
        }

        It 'a throw downstream comes through' {
            { Get-SentryMember | ForEach-Object { throw 'mine' } } | Should -Throw 'mine'
        }

        It 'Ctrl+C ends <Name>' -ForEach @(
            @{ Name = 'a listing'; Script = { param($module, $connection) Import-Module $module; 1..1000 | ForEach-Object { Get-SentryMember -Connection $connection } }; Fault = '' }
            @{ Name = 'a wait for an answer'; Script = { param($module, $connection) Import-Module $module; Get-SentryMember -Connection $connection }; Fault = 'slow' }
            @{ Name = 'a wait before the next attempt'; Script = { param($module, $connection) Import-Module $module; Get-SentryMember -Connection $connection }; Fault = '503' }
            @{ Name = 'Connect-Sentry'; Script = { param($module, $connection, $token) Import-Module $module; Connect-Sentry -Uri $connection.BaseUri -Token (ConvertTo-SecureString $token -AsPlainText -Force) }; Fault = 'slow' }
        ) {
            if ($Fault) { Add-Fault $sandbox '*' $Fault }
            $shell = [powershell]::Create().AddScript($Script).AddArgument($ModulePath).AddArgument($connection).AddArgument($sandbox.Token)
            try {
                $running = $shell.BeginInvoke()
                Wait-Until { Get-Request $sandbox }
                $running.IsCompleted | Should -BeFalse
                $elapsed = Stop-Shell $shell
                Write-Host "    Ctrl+C: $elapsed ms ($Name; goal 100)"
                $elapsed | Should -BeLessThan 300
                $shell.InvocationStateInfo.State | Should -Be Stopped
                $shell.Streams.Error | Should -BeNullOrEmpty
            }
            finally {
                $shell.Dispose()
                Clear-Fault $sandbox
            }
        }

        It 'the connection still works afterwards' {
            @(Get-SentryTeam).Count | Should -Be 5
        }
    }

    Context 'Beside others' {
        It 'does not hang when <Name> downstream' -ForEach @(
            @{ Name = 'a task is waited for'; Work = { [Threading.Tasks.Task]::Delay(1).GetAwaiter().GetResult() } }
            @{ Name = 'a web request is made'; Work = { $null = Invoke-WebRequest $connection.BaseUri -NoProxy -SkipHttpErrorCheck -TimeoutSec 30 } }
            @{ Name = 'another cmdlet of ours runs'; Work = { $null = Get-SentryTeam -Connection $connection } }
        ) {
            $shell = [powershell]::Create().AddScript({
                    param($module, $connection, $work)
                    Import-Module $module
                    $run = [scriptblock]::Create($work)
                    Get-SentryMember -Connection $connection | Select-Object -First 150 | ForEach-Object -Process { if ($n++ % 50 -eq 0) { . $run }; $_ }
                }).AddArgument($ModulePath).AddArgument($connection).AddArgument("$Work")
            try {
                (Receive-Shell $shell).Count | Should -Be 150
            }
            finally {
                $shell.Dispose()
            }
        }

        It 'several pipelines share a connection' {
            $counts = 1..4 | ForEach-Object -TimeoutSeconds 60 -Parallel { Import-Module $using:ModulePath; @(Get-SentryMember -Connection $using:connection).Count }
            $counts | Should -Be 1000, 1000, 1000, 1000
        }
    }

    Context 'Other streams' {
        It 'one verbose line per exchange' {
            $lines = (Get-SentryMember -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }).Message
            $lines.Count | Should -Be @(Get-Request $sandbox).Count
            foreach ($line in $lines) { $line | Should -Match '^GET 127\.0\.0\.1:\d+/api/0/organizations/acme/members/\?\S* 200 \d+ ms, attempt 1$' }
        }

        It 'failed attempts too' {
            Add-Fault $sandbox 'organizations/{org}/teams/' 503 -Times 1
            $records = Get-SentryTeam -Verbose 3>&1 4>&1
            $lines = ($records | Where-Object { $_ -is [Management.Automation.VerboseRecord] }).Message
            $lines[0] | Should -Match ' 503 \d+ ms, attempt 1$'
            $lines[1] | Should -Match '; waiting \S+ s before '
            $lines[2] | Should -Match ' 200 \d+ ms, attempt 2$'
        }

        It 'nothing but objects on the output' {
            Get-SentryMember -Verbose 4>$null | ForEach-Object { $_.GetType().Name } | Select-Object -Unique | Should -Be SentryMember
            Connect-Sandbox $sandbox -Option @{ Organization = 'acme' } | Should -BeNullOrEmpty
        }

        It 'progress comes and goes' {
            $shell = [powershell]::Create().AddScript({ param($module, $connection) Import-Module $module; Get-SentryMember -Connection $connection }).AddArgument($ModulePath).AddArgument($connection)
            try {
                (Receive-Shell $shell).Count | Should -Be 1000
                $progress = @($shell.Streams.Progress)
                $progress.Count | Should -BeGreaterThan 1
                $progress[0].StatusDescription | Should -Match '^\d+ read$'
                $progress[-1].RecordType | Should -Be Completed
                foreach ($group in $progress | Group-Object ActivityId) { $group.Group[-1].RecordType | Should -Be Completed }
            }
            finally {
                $shell.Dispose()
            }
        }

        It 'progress of a listing that is cut short, or waits, goes too' {
            Add-Fault $sandbox 'organizations/{org}/members/' 503 -Skip 2 -Times 1
            $shell = [powershell]::Create().AddScript({ param($module, $connection) Import-Module $module; Get-SentryMember -Connection $connection | Select-Object -First 350 }).AddArgument($ModulePath).AddArgument($connection)
            try {
                (Receive-Shell $shell).Count | Should -Be 350
                foreach ($group in $shell.Streams.Progress | Group-Object ActivityId) { $group.Group[-1].RecordType | Should -Be Completed -Because $group.Group[-1].Activity }
            }
            finally {
                $shell.Dispose()
            }
        }
    }
}
