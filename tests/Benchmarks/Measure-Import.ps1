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

# The first process also reads the files from the disk for all that follow.
$null = Invoke-FreshProcess $import (Resolve-Path $Module)
$times = @(for ($round = 0; $round -lt $Rounds; $round++) { Invoke-FreshProcess $import (Resolve-Path $Module) })

[pscustomobject]@{
    'Import-Module'  = Split-Path $Module -Leaf
    Rounds           = $Rounds
    'Median ms'      = [Math]::Round((Get-Median $times), 1)
    'Fastest ms'     = [Math]::Round(($times | Measure-Object -Minimum).Minimum, 1)
    'Slowest ms'     = [Math]::Round(($times | Measure-Object -Maximum).Maximum, 1)
    'Goal ms'        = 25
}
