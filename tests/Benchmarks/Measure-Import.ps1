#!/usr/bin/env pwsh
<#
.SYNOPSIS
Measures how long Import-Module takes with artifacts/SentryAudit, inside PowerShell, each time in a fresh process. Goal: a median of 25 ms at most.
.EXAMPLE
./tests/Benchmarks/Measure-Import.ps1
#>
[CmdletBinding()]
param(
    [ValidateRange(1, 1000)]
    [int] $Rounds = 15,

    # The module measured.
    [string] $Module = (Join-Path $PSScriptRoot '../../artifacts/SentryAudit/SentryAudit.psd1'),

    # Measures what is there instead of building it first.
    [switch] $NoBuild
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
. "$PSScriptRoot/FreshProcess.ps1"

if (-not $NoBuild) { dotnet build "$PSScriptRoot/../../src/SentryAudit" --configuration Release --verbosity quiet > $null }

$import = {
    param($path)
    $watch = [Diagnostics.Stopwatch]::StartNew()
    Import-Module $path
    $watch.Elapsed.TotalMilliseconds
}.ToString()

# What PowerShell itself takes for a module with nothing in it: tells a slow module from a busy machine.
$empty = Join-Path ([IO.Path]::GetTempPath()) "$([guid]::NewGuid())/Empty.psd1"
$null = New-Item $empty -Force -Value "@{ ModuleVersion = '1.0' }"
$paths = [ordered]@{ SentryAudit = (Resolve-Path $Module).Path; 'an empty module' = $empty }
$times = @{}
try {
    # The first round only reads the files from the disk for those that follow.
    foreach ($round in 0..$Rounds) {
        foreach ($name in $paths.Keys) {
            $time = Invoke-FreshProcess $import $paths[$name]
            if ($round -gt 0) { [double[]] $times[$name] += $time }
        }
    }
}
finally {
    Remove-Item (Split-Path $empty) -Recurse
}

$table = foreach ($name in $paths.Keys) {
    $range = $times[$name] | Measure-Object -Minimum -Maximum
    [pscustomobject]@{
        'Import-Module' = $name
        'median, ms'    = [Math]::Round((Get-Median $times[$name]), 1)
        'fastest'       = [Math]::Round($range.Minimum, 1)
        'slowest'       = [Math]::Round($range.Maximum, 1)
    }
}
$table | Format-Table -AutoSize
"Medians of $Rounds fresh processes. Goal: at most 25 ms for SentryAudit."
