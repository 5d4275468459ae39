# docs/Watch-SentryChanges.ps1 as a scheduler runs it, with a receiver of its webhook on loopback.

Describe 'Watching changes' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        $script = Join-Path $Repository docs Watch-SentryChanges.ps1
        $sandbox = Start-Sandbox @('--members', '12')
        Import-Module $ModulePath
        Connect-Sandbox $sandbox
        $manager = (Get-SentryMember -Organization acme | Where-Object Role -EQ member)[0]

        $probe = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $probe.Start()
        $webhook = "http://127.0.0.1:$($probe.LocalEndpoint.Port)/hook/"
        $probe.Stop()
        $listener = [Net.HttpListener]::new()
        $listener.Prefixes.Add($webhook)
        $listener.Start()
        $messages = [Collections.Concurrent.ConcurrentQueue[string]]::new()
        $receiver = [powershell]::Create().AddScript({
                param($listener, $messages)
                while ($listener.IsListening) {
                    $next ??= $listener.GetContextAsync()
                    if (-not $next.Wait(100)) { continue }
                    $messages.Enqueue([IO.StreamReader]::new($next.Result.Request.InputStream, [Text.Encoding]::UTF8).ReadToEnd())
                    $next.Result.Response.Close()
                    $next = $null
                }
            }).AddArgument($listener).AddArgument($messages)
        $null = $receiver.BeginInvoke()

        $environment = @{
            SENTRY_URL = "$($sandbox.Url)"; SENTRY_AUTH_TOKEN = $sandbox.Token; SENTRY_INVENTORY = "$TestDrive/watched"; NO_PROXY = '127.0.0.1'
            PSModulePath = (Split-Path $ModulePath) + [IO.Path]::PathSeparator + $env:PSModulePath
        }
        function Invoke-Watch([string] $Option = "-Webhook $webhook") { Invoke-Pwsh "& '$script' -Organization acme $Option; `"exit `$LASTEXITCODE`"" $environment }
        function Get-Message { $message = $null; while ($messages.TryDequeue([ref] $message)) { ConvertFrom-Json $message } }
    }

    AfterAll {
        if ($receiver) { $null = Stop-Shell $receiver }
        if ($listener) { $listener.Close() }
        Disconnect-Sentry
        Stop-Sandbox $sandbox
    }

    It 'says nothing after the first sync' {
        Invoke-Watch | Should -Be 'exit 0'
        Get-Message | Should -BeNullOrEmpty
    }

    It 'says nothing when nothing changed' {
        Invoke-Watch | Should -Be 'exit 0'
        Get-Message | Should -BeNullOrEmpty
    }

    It 'sends one message with all changes' {
        Set-SandboxObject $sandbox "organizations/acme/members/$($manager.Id)/" @{ orgRole = 'manager' }
        Set-SandboxObject $sandbox 'projects/acme/web-frontend/' @{ name = "Shop `e[31m" }
        $printed = Invoke-Watch
        $printed[-1] | Should -Be 'exit 0'
        "$printed" | Should -Not -Match "`e"
        $message = @(Get-Message)
        $message.Count | Should -Be 1
        $message.complete | Should -BeTrue
        $message.changes | Where-Object Property -EQ Role | ForEach-Object { "$($_.Significance) $($_.DisplayName) $($_.OldValue) $($_.NewValue)" } | Should -Be "High $($manager.Email) member manager"
        $message.text | Should -BeLike "*: Member $($manager.Email): Role member -> manager*"
        $message.text | Should -BeLike '*: Project web-frontend: Name * -> Shop*'
    }

    It 'says that not all could be read' {
        Add-Fault $sandbox 'organizations/{org}/repos/' 403
        $printed = Invoke-Watch
        Clear-Fault $sandbox
        $printed[-1] | Should -Be 'exit 1'
        (Get-Message).text | Should -BeLike '*not complete*NOT COMPLETE*'
    }

    It 'says nothing about what this Sentry does not have' {
        Add-Fault $sandbox 'organizations/{org}/repos/' 404
        $first = Invoke-Watch
        $second = Invoke-Watch
        Clear-Fault $sandbox
        $first, $second | Should -Be 'exit 0', 'exit 0'
        Get-Message | Should -BeNullOrEmpty
    }

    It 'says that nothing could be read' {
        $kept = $environment.SENTRY_AUTH_TOKEN
        $environment.SENTRY_AUTH_TOKEN = 'nobody'
        (Invoke-Watch)[-1] | Should -Be 'exit 1'
        $environment.SENTRY_AUTH_TOKEN = $kept
        (Get-Message).text | Should -BeLike '*NOT COMPLETE*'
    }

    It 'gives the report to a script block' {
        $null = Invoke-Watch
        Set-SandboxObject $sandbox 'projects/acme/web-frontend/' @{ name = 'Web shop' }
        Invoke-Watch '-Send { param($subject, $text) Set-Content mail.txt "$subject|$text" }' | Select-Object -Last 1 | Should -Be 'exit 0'
        Get-Content "$TestDrive/mail.txt" -Raw | Should -BeLike 'Sentry: 1 changes|*Web shop*'
        $null = Get-Message
    }

    It 'fails when the report can not be sent' {
        Set-SandboxObject $sandbox 'projects/acme/web-frontend/' @{ name = 'Shop' }
        $printed = Invoke-Watch '-Send { throw "The mail server is away." }'
        $printed[-2..-1] | Should -Be 'NOT SENT: The mail server is away.', 'exit 1'
    }
}
