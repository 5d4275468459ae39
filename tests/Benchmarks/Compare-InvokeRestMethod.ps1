#!/usr/bin/env pwsh
<#
.SYNOPSIS
Times Get-SentryMember against Invoke-RestMethod -FollowRelLink: the same members of the same sandbox, each run in a fresh process. Goal: faster, with less memory.
.DESCRIPTION
Get-SentryMember's time includes importing the module and connecting. Invoke-RestMethod gets all it could wish for: the address of the
region, the number of pages (by itself it never stops, since Sentry announces a next page behind the last), and no work with the result.
.EXAMPLE
./tests/Benchmarks/Compare-InvokeRestMethod.ps1
#>
[CmdletBinding()]
param(
    [ValidateRange(100, 1000000)]
    [int] $Members = 10000,

    # Milliseconds the sandbox waits before each answer.
    [ValidateRange(0, 10000)]
    [int] $LatencyMs = 50,

    [ValidateRange(1, 100)]
    [int] $Rounds = 5
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
. "$PSScriptRoot/FreshProcess.ps1"
. "$PSScriptRoot/Sandbox.ps1"

# What each process does; PLACE stands for what becomes of the members.
$ours = {
    param($module, $url, $token)
    $env:SENTRY_URL = $url
    $env:SENTRY_AUTH_TOKEN = $token
    $watch = [Diagnostics.Stopwatch]::StartNew()
    Import-Module $module
    Connect-Sentry
    $members = @(Get-SentryMember PLACE)
    RESULT
}.ToString()

$theirs = {
    param($url, $token, $pages)
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $header = @{ Authorization = "Bearer $token" }
    # PowerShell 7.4.19, 7.5.10 and 7.6.5 take the token off followed links without the last switch (PowerShell#27861).
    $members = @(Invoke-RestMethod $url -Headers $header -FollowRelLink -MaximumFollowRelLink $pages -PreserveAuthorizationOnRedirect PLACE)
    RESULT
}.ToString()

$nothing = {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $members = @()
    RESULT
}.ToString()

# One page is one object to Invoke-RestMethod: counting is left until the watch has stopped.
$result = @'
$watch.Stop()
$count = 0
foreach ($page in $members) { $count += if ($page -is [int]) { $page } else { @($page).Count } }
[pscustomobject]@{ Count = $count; Seconds = $watch.Elapsed.TotalSeconds; MiB = [Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1MB }
'@

# Kept: all in a variable. Passed on: each is looked at and let go.
$uses = [ordered]@{
    'kept in a variable' = ''
    'passed on'          = '| ForEach-Object { @($_).Count }'
}

$module = Join-Path $PSScriptRoot '../../artifacts/SentryAudit/SentryAudit.psd1'
$sandbox = Start-Sandbox '--organizations', 1, '--members', $Members, '--latency-ms', $LatencyMs, '--no-rate-limits'
try {
    $header = @{ Authorization = "Bearer $($sandbox.Token)" }
    $organization = @(Invoke-RestMethod "$($sandbox.Url)api/0/organizations/" -Headers $header)[0]
    $region = "$($organization.links.regionUrl)/api/0/organizations/$($organization.slug)/members/?per_page=100"
    $pages = [Math]::Ceiling($Members / 100)

    $runs = foreach ($round in 1..$Rounds) {
        foreach ($use in $uses.Keys) {
            foreach ($way in 'Get-SentryMember', 'Invoke-RestMethod') {
                $script, $arguments = if ($way -eq 'Get-SentryMember') { $ours, @($module, $sandbox.Url, $sandbox.Token) } else { $theirs, @($region, $sandbox.Token, $pages) }
                $run = Invoke-FreshProcess $script.Replace('PLACE', $uses[$use]).Replace('RESULT', $result) $arguments
                if ($run.Count -ne $Members) { throw "$way gave $($run.Count) members instead of $Members." }
                Write-Verbose "round $round, $use, ${way}: $($run.Seconds) s, $($run.MiB) MiB"
                $run | Add-Member @{ Use = $use; Way = $way } -PassThru
            }
        }
    }
    $idle = (Invoke-FreshProcess $nothing.Replace('RESULT', $result)).MiB
}
finally {
    Stop-Sandbox $sandbox
}

"$Members members, $LatencyMs ms latency, medians of $Rounds runs; a PowerShell that does nothing has a peak working set of $([Math]::Round($idle)) MiB"
$table = foreach ($use in $uses.Keys) {
    foreach ($figure in 'Seconds', 'MiB') {
        $median = @{}
        foreach ($way in 'Get-SentryMember', 'Invoke-RestMethod') {
            $median[$way] = Get-Median ($runs | Where-Object { $_.Use -eq $use -and $_.Way -eq $way }).$figure
        }

        [pscustomobject]@{
            Members             = $use
            Figure              = if ($figure -eq 'MiB') { 'peak, MiB' } else { 'time, s' }
            'Get-SentryMember'  = [Math]::Round($median['Get-SentryMember'], 2)
            'Invoke-RestMethod' = [Math]::Round($median['Invoke-RestMethod'], 2)
            Ratio               = [Math]::Round($median['Get-SentryMember'] / $median['Invoke-RestMethod'], 2)
        }
    }
}
$table | Format-Table -AutoSize
'Goal: every ratio below 1.'
