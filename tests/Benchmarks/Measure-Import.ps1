#!/usr/bin/env pwsh
<#
.SYNOPSIS
Measures how long Import-Module takes with artifacts/SentryAudit, inside PowerShell, each time in a fresh process.
.DESCRIPTION
Beside it stand a module with nothing in it, and the smallest of its kind: one cmdlet, one view, one alias. What that one takes is
PowerShell's own share, which is large where PowerShell itself is not compiled ahead (the .NET tool) and small where it is.
Goals: 25 ms at most, and five times an empty module, on a PowerShell that is compiled ahead.
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

# The empty one first: what PowerShell loads for its first module of all is not ours.
$import = {
    param($path, $first)
    Import-Module $first
    $watch = [Diagnostics.Stopwatch]::StartNew()
    Import-Module $path
    $watch.Elapsed.TotalMilliseconds
}.ToString()

. "$PSScriptRoot/SmallestModule.ps1"
$folder = (New-Item (Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid())) -ItemType Directory).FullName
$null = New-Item "$folder/First.psd1", "$folder/Empty.psd1" -Value "@{ ModuleVersion = '1.0' }"
$paths = [ordered]@{
    SentryAudit                = (Resolve-Path $Module).Path
    'an empty module'          = "$folder/Empty.psd1"
    'the smallest of its kind' = New-SmallestModule "$folder/Smallest"
}
$times = @{}
try {
    # The first round only reads the files from the disk for those that follow.
    foreach ($round in 0..$Rounds) {
        foreach ($name in $paths.Keys) {
            $time = Invoke-FreshProcess $import $paths[$name], "$folder/First.psd1"
            if ($round -gt 0) { [double[]] $times[$name] += $time }
        }
    }
}
finally {
    Remove-Item $folder -Recurse
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
$median = @($table.'median, ms')
"Medians of $Rounds fresh processes: {0:n1} times an empty module (goal: 5), {1:n1} ms (goal: 25), {2:n1} ms more than the smallest of its kind." -f
    ($median[0] / $median[1]), $median[0], ($median[0] - $median[2])
