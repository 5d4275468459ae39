# What every test file needs: the module, a Sentry on loopback, fresh PowerShells. Dot-sourced in BeforeAll.

. "$PSScriptRoot/FreshPowerShell.ps1"
. "$PSScriptRoot/Limits.ps1"

$Repository = (Resolve-Path "$PSScriptRoot/../..").Path
$ModulePath = Join-Path $Repository 'artifacts' 'SentryAudit'
$Manifest = Join-Path $ModulePath 'SentryAudit.psd1'

# Neither the tester's own settings nor their home folder's may reach a test.
$env:SENTRY_URL = $env:SENTRY_AUTH_TOKEN = $env:SENTRY_ORG = $env:SENTRY_CLIENT_ID = $null
$env:SENTRY_SESSION_STORE = Join-Path ([IO.Path]::GetTempPath()) 'sentryaudit-no-sessions'
$PublicClientId = 'sandbox-public-client'
if ($TestDrive) { $env:SENTRY_INVENTORY = Join-Path $TestDrive inventory }

function Start-Sandbox {
    # Starts a sandbox on a free port. Its members can be removed, so no two files share one.
    param([string[]] $Option = @('--members', '250'))

    $program = Get-ChildItem "$Repository/tests/SentryAudit.Sandbox/bin/*/net10.0/SentryAudit.Sandbox.dll" |
        Sort-Object LastWriteTime | Select-Object -Last 1
    if (-not $program) { throw 'The sandbox is not built: run dotnet build first.' }

    $start = [Diagnostics.ProcessStartInfo]::new('dotnet')
    $start.RedirectStandardOutput = $true
    @($program.FullName, 'serve', '--no-rate-limits', '--control') + $Option | ForEach-Object { $start.ArgumentList.Add($_) }
    $process = [Diagnostics.Process]::Start($start)
    $answers = @{}
    while ($answers.Count -lt 2) {
        $line = $process.StandardOutput.ReadLineAsync()
        if (-not $line.Wait(30000) -or $null -eq $line.Result) {
            $process.Kill()
            throw 'The sandbox did not say within 30 s where it listens.'
        }
        $name, $value = $line.Result -split '=', 2
        $answers[$name] = $value
    }

    [pscustomobject]@{ Process = $process; Url = [uri]$answers.SENTRY_URL; Token = $answers.SENTRY_AUTH_TOKEN }
}

function Stop-Sandbox($Sandbox) {
    if ($Sandbox) {
        $Sandbox.Process.Kill()
        $Sandbox.Process.Dispose()
    }
}

function Write-SandboxInventory($Sandbox, [string] $Path = $env:SENTRY_INVENTORY) {
    $connection = Connect-Sandbox $Sandbox -Option @{ PassThru = $true }
    Sync-SentryInventory -Path $Path -Connection $connection
    Disconnect-Sentry
}

function Connect-Sandbox($Sandbox, [string] $Token = $Sandbox.Token, [hashtable] $Option = @{}) {
    Connect-Sentry -Uri $Sandbox.Url -Token (ConvertTo-SecureString $Token -AsPlainText -Force) @Option
}

function Invoke-Control($Sandbox, [string] $Method, [string] $Path, $Body) {
    $arguments = @{ Uri = [uri]::new($Sandbox.Url, "sandbox/$Path"); Method = $Method; NoProxy = $true; Verbose = $false; TimeoutSec = 30 }
    if ($Body) { $arguments += @{ Body = ConvertTo-Json $Body; ContentType = 'application/json' } }
    Invoke-RestMethod @arguments
}

function Add-Fault($Sandbox, [string] $Endpoint, [string] $Kind, [int] $Skip = 0, [int] $Times = [int]::MaxValue) {
    Invoke-Control $Sandbox POST faults @{ endpoint = $Endpoint; kind = $Kind; skip = $Skip; times = $Times }
}

function Clear-Fault($Sandbox) { Invoke-Control $Sandbox DELETE faults }

function Get-Request($Sandbox) { (Invoke-Control $Sandbox GET requests) | Where-Object { $_ } }

function Clear-Request($Sandbox) { Invoke-Control $Sandbox DELETE requests }

function New-Token($Sandbox, [string] $Kind = 'User', [string[]] $Scope = @(), [switch] $Expired) {
    Invoke-Control $Sandbox POST tokens @{ kind = $Kind; scopes = $Scope; expired = [bool]$Expired }
}

function Set-OAuth($Sandbox, [hashtable] $Change) { Invoke-Control $Sandbox POST oauth $Change }

function Get-OAuth($Sandbox) { Invoke-Control $Sandbox GET oauth }

function Use-FakeBrowser {
    # A "browser" that approves whatever page it is sent to. Gives what to put back afterwards.
    $before = [pscustomobject]@{ Path = $env:PATH; Display = $env:DISPLAY }
    $folder = New-Item -ItemType Directory "$TestDrive/browser"
    Set-Content "$folder/xdg-open" @(
        '#!/bin/sh'
        "echo `"`$1`" >> '$folder/opened'"
        'case "$1" in */authorize/*) curl --silent --output /dev/null --noproxy "*" --max-time 30 --location --data op=approve "$1" ;; esac'
    )
    chmod +x "$folder/xdg-open"
    $env:PATH = "$folder$([IO.Path]::PathSeparator)$env:PATH"
    $env:DISPLAY = ':0'
    $before
}

function Remove-SandboxMember($Sandbox, [string] $Email) { Invoke-Control $Sandbox DELETE "members/$Email" }

function Disable-SandboxMember($Sandbox, [string] $Email) { Invoke-Control $Sandbox POST "members/$Email/deactivate" }

function Set-SandboxObject($Sandbox, [string] $Path, [hashtable] $Value) {
    # Changes an object as an administrator of this Sentry would, over its API.
    $arguments = @{ Uri = [uri]::new($Sandbox.Url, "api/0/$Path"); Method = 'Put'; NoProxy = $true; Verbose = $false; TimeoutSec = 30 }
    $arguments += @{ Headers = @{ Authorization = "Bearer $($Sandbox.Token)" }; ContentType = 'application/json' }
    $null = Invoke-RestMethod @arguments -Body (ConvertTo-Json $Value)
}
