# The examples of docs/cmdlets, run as they stand: what the help shows must be what the module prints.

BeforeDiscovery {
    $pattern = '(?s)### Example (?<number>\d+): (?<title>[^\r\n]+)(?:(?!```).)*```powershell\r?\n(?<code>.*?)\r?\n```(?:\s*```output\r?\n(?<output>.*?)\r?\n```)?'
    $examples = foreach ($page in Get-ChildItem "$PSScriptRoot/../../docs/cmdlets/*-*.md") {
        foreach ($match in [regex]::Matches((Get-Content $page -Raw), $pattern)) {
            @{
                Id     = "$($page.BaseName)/$($match.Groups['number'].Value)"
                Title  = $match.Groups['title'].Value
                Code   = $match.Groups['code'].Value
                Output = $match.Groups['output'].Value
            }
        }
    }
}

Describe 'Examples' -Tag Examples {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath
        $sandbox = Start-Sandbox -Option '--members', '40'

        # Dates are shown in the culture of the session. ForEach-Object -Parallel finds the module by its name.
        $kept = @{ Culture = [cultureinfo]::CurrentCulture; Modules = $env:PSModulePath; Rendering = $PSStyle.OutputRendering }
        [cultureinfo]::CurrentCulture = 'en-US'
        $env:PSModulePath = (Split-Path $ModulePath) + [IO.Path]::PathSeparator + $env:PSModulePath
        $PSStyle.OutputRendering = 'PlainText'
        $env:SENTRY_URL = $sandbox.Url
        $env:SENTRY_SESSION_STORE = "$TestDrive/sessions"
        Set-OAuth $sandbox @{ pollSeconds = 1; approvesByItself = $true }
        $display = Use-FakeBrowser
        $env:SENTRY_INVENTORY = Join-Path $TestDrive 'inventory'

        # What the examples take as given.
        $token = $oldToken = $newToken = ConvertTo-SecureString $sandbox.Token -AsPlainText -Force
        $clientId = $PublicClientId
        function Read-Host { $token }
        function Get-Secret { [pscredential]::new('anybody', $token) }

        # Two syncs, and changes between and after them, of a Sentry of their own.
        function Initialize-Change {
            $env:SENTRY_INVENTORY = Join-Path $TestDrive compared
            if ($script:changing) { return Connect-Sandbox $changing }
            $script:changing = Start-Sandbox -Option '--members', '40'
            Connect-Sandbox $changing
            $members = Get-SentryMember -Organization acme
            function Set-Object([string] $Path, [hashtable] $Value) { Set-SandboxObject $changing $Path $Value }

            Sync-SentryInventory -Organization acme
            Set-Object "organizations/acme/members/$($members.Where{ $_.Email -like 'jana.moreau2@*' }.Id)/" @{ orgRole = 'manager' }
            Set-Object 'projects/acme/web-frontend/' @{ name = 'Web shop' }
            Remove-SandboxMember $changing amir.brandt7@acme.example
            Sync-SentryInventory -Organization acme
            Set-Object "organizations/acme/members/$($members.Where{ $_.Email -like 'goran.ueda4@*' }.Id)/" @{ orgRole = 'manager' }
            Remove-SandboxMember $changing newcomer2@acme.example
        }

        # The examples of a cmdlet that changes something have a Sentry to themselves, and follow upon one another.
        function Test-Change([string] $Id) {
            $command = Get-Command ($Id -split '/')[0]
            $command.ImplementingType.IsSubclassOf([SentryAudit.Cmdlets.SentryOrganizationCmdlet]) -and $command.Parameters.ContainsKey('WhatIf') -and $command.Verb -notin 'Sync', 'Export'
        }

        function Get-ChangingSandbox([string] $Id) {
            $page = ($Id -split '/')[0]
            if ($script:changed.Page -ne $page) {
                Stop-Sandbox $script:changed.Sandbox
                $script:changed = @{ Page = $page; Sandbox = Start-Sandbox -Option '--members', '40' }
            }
            $script:changed.Sandbox
        }

        # What -WhatIf says goes to the host, past all streams.
        function Get-Plan([string] $Path) {
            Get-Content $Path | Where-Object { $_ -like 'What if:*' }
            Remove-Item $Path
        }

        function Initialize-Example([string] $Id) {
            $env:SENTRY_AUTH_TOKEN = $env:SENTRY_ORG = $null
            $env:SENTRY_INVENTORY = Join-Path $TestDrive 'inventory'
            Disconnect-Sentry
            Remove-Item $env:SENTRY_INVENTORY -Recurse -ErrorAction Ignore
            if ($Id -like 'Compare-SentryInventory/*') { return Initialize-Change }
            if ($Id -in 'Connect-Sentry/6', 'Get-SentryUserStatus/6') { $env:SENTRY_INVENTORY = Join-Path $TestDrive offline }
            switch ($Id) {
                { $_ -in 'Connect-Sentry/9', 'Get-SentrySession/1', 'Remove-SentrySession/1', 'Remove-SentrySession/2' } {
                    Connect-Sentry -DeviceCode -ClientId $clientId -Persist 3>$null 6>$null
                    Disconnect-Sentry
                }
                { $_ -like 'Compare-SentryMember/*' } {
                    Connect-Sandbox $sandbox
                    Set-Content hr.csv 'mail,title', 'jana.moreau2@acme.example,member', 'Omar.Jensen5@acme.example,manager', 'new.starter@acme.example,member'
                }
                'Connect-Sentry/4' {
                    $env:SENTRY_AUTH_TOKEN = $sandbox.Token
                    $env:SENTRY_ORG = 'acme'
                }
                'Get-SentryPermission/2' { Connect-Sandbox $sandbox (New-Token $sandbox -Scope project:read, project:releases) }
                'Test-SentryConnection/2' {
                    $script:c = Connect-Sandbox $sandbox -Option @{ PassThru = $true }
                    Disconnect-Sentry
                }
                'Connect-Sentry/6' { Write-SandboxInventory $sandbox }
                'Get-SentryUserStatus/3' {
                    # Yesterday's run; since then three people have left.
                    Connect-Sandbox $sandbox
                    $null = New-Item runs -ItemType Directory
                    Get-SentryUserStatus -Organization acme | Export-Csv sentry-users.csv
                    Copy-Item sentry-users.csv runs
                    'jana.moreau2', 'amir.brandt7', 'newcomer2' | ForEach-Object { Remove-SandboxMember $sandbox "$_@acme.example" }
                }
                { $_ -like 'Get-SentryInventory/*' -or $_ -like 'Remove-SentryInventory/*' } {
                    Connect-Sandbox $sandbox
                    Sync-SentryInventory -Organization acme, globex
                    1..2 | ForEach-Object { Sync-SentryInventory -Organization acme }
                    Disconnect-Sentry
                }
                { Test-Change $Id } { Connect-Sandbox (Get-ChangingSandbox $Id) }
                default { if ($Id -notlike 'Connect-Sentry/*') { Connect-Sandbox $sandbox } }
            }
        }

        # Each statement is printed by itself, as if it were typed.
        function Invoke-Example([string] $Code) {
            $ErrorActionPreference = 'Continue'
            $Code = $Code -replace 'https://(sentry|old)\.example\.com', $sandbox.Url.GetLeftPart('Authority')
            $syntax = [Management.Automation.Language.Parser]::ParseInput($Code, [ref] $null, [ref] $null)
            $transcript = if ($Code -like '*-WhatIf*') { Join-Path $TestDrive plan.log }
            if ($transcript) { $null = Start-Transcript $transcript -UseMinimalHeader }
            foreach ($statement in $syntax.EndBlock.Statements) {
                $records = . ([scriptblock]::Create($statement.Extent.Text)) *>&1
                $records | Where-Object { $_ -is [Management.Automation.ErrorRecord] } | ForEach-Object { $problems.Add("$_") }
                $records | ForEach-Object { if ($_ -is [Management.Automation.InformationRecord]) { "$_" } elseif ($_ -is [Management.Automation.WarningRecord]) { "WARNING: $_" } else { $_ } } | Out-String -Width 120
            }
            if ($transcript) {
                $null = Stop-Transcript
                Get-Plan $transcript | Out-String -Width 1000
            }
        }

        # Lines without layout, and without what is different in each run: host, duration, time of the run.
        function ConvertTo-Line([string] $Text) {
            $plain = $Text -replace 'http://127\.0\.0\.1:\d+', 'https://sentry.example.com' -replace '127\.0\.0\.1(:\d+)?', 'sentry.example.com' -replace '\d+ ms', 'n ms'
            # Codes, states and file names of sign-ins are of one time.
            $plain = $plain -creplace '\b[A-Z]{4}-[A-Z]{4}\b', 'BCDF-GHJK' -replace '(\?client_id=)\S+', '$1...' -replace '\S+[\\/]([^\s\\/]+)-[0-9a-f]{16}(?=\.session\.json)', '/home/ada/.config/SentryAudit/sessions/sentry.example.com-0123456789abcdef'
            $plain = $plain -replace '\s*\r?\n', "`n" -replace '[^\S\n]+', ' ' -replace '-{3,}', '---'
            [regex]::Replace($plain, '\d{4}-\d\d-\d\d \d\d:\d\d|\d+/\d+/\d{4} \d+:\d\d:\d\d [AP]M \+00:00', {
                    param($time)
                    $utc = [datetimeoffset]::Parse($time.Value, [cultureinfo]::InvariantCulture, 'AssumeUniversal')
                    if ($utc -gt '2026-09-02Z' -or ([datetimeoffset]::UtcNow - $utc).Duration().TotalDays -lt 1) { 'now' } else { $time.Value }
                }) -split "`n" | ForEach-Object Trim | Where-Object { $_ }
        }

        # Sentry keeps counts for 90 days only, so these examples can't be of a fixed date: any day's numbers and times do.
        # Inventories count what examples before them have removed or not. The table of keys tells how old they are today.
        function Hide-Number([string] $Id, [string[]] $Line) {
            if ($Id -eq 'Get-SentryProjectKey/1') { return $Line -replace ' (yes|no) \d+ ', ' $1 n ' }
            if ($Id -notmatch '^Get-Sentry(EventCount|Usage)/|SentryInventory/') { return $Line }
            $Line -replace '\d{4}-\d\d-\d\d \d\d:\d\d', 'now' -replace '\d+', 'n'
        }

        Push-Location $TestDrive
    }

    AfterAll {
        Pop-Location
        Disconnect-Sentry
        Stop-Sandbox $sandbox
        Stop-Sandbox $changing
        Stop-Sandbox $changed.Sandbox
        [cultureinfo]::CurrentCulture = $kept.Culture
        $env:PSModulePath = $kept.Modules
        $env:PATH = $display.Path
        $env:DISPLAY = $display.Display
        $PSStyle.OutputRendering = $kept.Rendering
        $env:SENTRY_URL = $env:SENTRY_AUTH_TOKEN = $env:SENTRY_ORG = $env:SENTRY_INVENTORY = $null
    }

    It '<Id>: <Title>' -ForEach $examples {
        if ($Code -like '*-Browser*') { Skip-Without curl }
        Initialize-Example $Id
        $before = Get-ChildItem -File
        $problems = [Collections.Generic.List[string]]::new()

        $printed = @(ConvertTo-Line (-join (Invoke-Example $Code)))

        # Where nothing is printed the help shows the file.
        if (-not $printed) {
            $printed = @(ConvertTo-Line (Get-ChildItem -File | Where-Object FullName -NotIn $before.FullName | Get-Content -Raw))
        }
        $shown = @(Hide-Number $Id (ConvertTo-Line $Output))
        $printed = @(Hide-Number $Id $printed)
        foreach ($problem in $problems) { $Output | Should -BeLike "*$([wildcardpattern]::Escape($problem))*" -Because 'the help shows every error' }
        $whole = @($shown | Where-Object { $_ -ne '...' })
        $whole | Where-Object { $_ -notin $printed } | Should -BeNullOrEmpty -Because 'the module prints what the help shows'
        if ($whole.Count -eq $shown.Count) { $printed | Where-Object { $_ -notin $shown } | Should -BeNullOrEmpty -Because 'the help shows all of it' }
    }
}
