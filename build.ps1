#!/usr/bin/env pwsh
<#
.SYNOPSIS
Builds, tests and packs SentryAudit. A thin front: `dotnet build` and `dotnet test` do the work and need no PowerShell.
.EXAMPLE
./build.ps1 -Task Build, Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Docs', 'Demo', 'Analyze', 'Pack')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
$module = Join-Path $PSScriptRoot 'artifacts/SentryAudit'

function Import-Tool([string] $Name, [version] $Version, [string] $For) {
    if (-not (Get-Module -ListAvailable $Name | Where-Object Version -GE $Version)) {
        throw "$For needs the module $Name $Version or later. Install it with: Install-PSResource $Name"
    }
    Import-Module $Name -MinimumVersion $Version
}

function Invoke-Build { dotnet build $PSScriptRoot --configuration $Configuration }

function Invoke-Test {
    dotnet test $PSScriptRoot --configuration $Configuration
    & "$PSScriptRoot/tests/Pester/Invoke-Suite.ps1"
    if ($LASTEXITCODE) { throw 'The Pester suite failed.' }
}

function Invoke-Demo { dotnet run --project "$PSScriptRoot/tests/SentryAudit.Sandbox" --configuration $Configuration -- demo }

# The Markdown in docs/cmdlets is the source of the help that Get-Help reads.
function Invoke-Docs {
    Import-Tool Microsoft.PowerShell.PlatyPS 1.0.0 'Docs'
    & "$PSScriptRoot/docs/cmdlets/Export-Help.ps1" > $null
}

function Invoke-Analyze {
    Import-Tool PSScriptAnalyzer 1.22.0 'Analyze'
    $findings = 'build.ps1', 'SentryAudit.psd1', 'tests' | ForEach-Object { Invoke-ScriptAnalyzer "$PSScriptRoot/$_" -Recurse }
    $findings | Out-Host
    if ($findings) { throw "PSScriptAnalyzer found $(@($findings).Count) things." }
}

function Invoke-Pack {
    Import-Tool Microsoft.PowerShell.PSResourceGet 1.1.0 'Pack'
    Remove-Item $module -Recurse -ErrorAction Ignore
    dotnet build $PSScriptRoot --configuration Release
    Compress-PSResource -Path $module -DestinationPath "$PSScriptRoot/artifacts" -PassThru
}

foreach ($name in $Task) { & "Invoke-$name" }
