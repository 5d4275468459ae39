#!/usr/bin/env pwsh
# Runs the Pester suite against artifacts/SentryAudit, which `dotnet build` assembles. Ends with a line of counts and an exit code.
[CmdletBinding()]
param(
    # Test files or folders.
    [string[]] $Path = $PSScriptRoot,

    # Tags to leave out.
    [string[]] $ExcludeTag = @(),

    [ValidateSet('None', 'Normal', 'Detailed', 'Diagnostic')]
    [string] $Output = 'Normal'
)

$pester = Get-Module -ListAvailable Pester | Where-Object Version -GE '5.5' | Sort-Object Version | Select-Object -Last 1
if (-not $pester) {
    [Console]::Error.WriteLine('Pester 5.5 or later is missing: Install-Module Pester -MinimumVersion 5.5 -Force')
    exit 2
}

if (-not (Test-Path "$PSScriptRoot/../../artifacts/SentryAudit/SentryAudit.psd1")) {
    [Console]::Error.WriteLine('artifacts/SentryAudit is missing: run dotnet build first.')
    exit 2
}

Import-Module $pester
$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Filter.ExcludeTag = $ExcludeTag
$configuration.Output.Verbosity = $Output
$result = Invoke-Pester -Configuration $configuration

# A file that could not even be set up has failed, whatever its tests say.
$failed = $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount
"$($result.PassedCount) passed, $failed failed, $($result.SkippedCount) skipped"
exit ([int]($failed -gt 0 -or $result.PassedCount -eq 0))
