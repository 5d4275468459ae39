#!/usr/bin/env pwsh
<#
.SYNOPSIS
Builds, tests and packs SentryAudit. A thin front: `dotnet build` and `dotnet run --project tests/Suites` do the work.
.DESCRIPTION
Where no PowerShell is installed, the one that .config/dotnet-tools.json pins runs this: dotnet tool restore, then dotnet pwsh ./build.ps1.
.EXAMPLE
./build.ps1 -Task Build, Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Fuzz', 'Docs', 'Demo', 'Analyze', 'Pack')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug',

    # How long Fuzz changes answers and files.
    [double] $Minutes = 1
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

function Invoke-Test { dotnet run --project "$PSScriptRoot/tests/Suites" --configuration $Configuration }

# Without a number to begin with, each run makes other changes; a complaint names its number, which makes the same change again.
function Invoke-Fuzz {
    dotnet run --project "$PSScriptRoot/tests/SentryAudit.Fuzzing.Tests" --configuration $Configuration -- $Minutes (Get-Random -Maximum 1000000000)
}

function Invoke-Demo { dotnet run --project "$PSScriptRoot/tests/SentryAudit.Sandbox" --configuration $Configuration -- demo }

# The Markdown in docs/cmdlets is the source of the help that Get-Help reads.
function Invoke-Docs {
    Import-Tool Microsoft.PowerShell.PlatyPS 1.0.0 'Docs'
    & "$PSScriptRoot/docs/cmdlets/Export-Help.ps1" > $null
}

function Invoke-Analyze {
    Import-Tool PSScriptAnalyzer 1.22.0 'Analyze'
    # The manifest where the files it names are.
    dotnet build "$PSScriptRoot/src/SentryAudit" --configuration $Configuration
    $own = 'build.ps1', 'build', 'tests' | ForEach-Object { Get-ChildItem "$PSScriptRoot/$_" -Recurse -Include *.ps1 } |
        Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]'
    $findings = @(
        "$module/SentryAudit.psd1", "$PSScriptRoot/docs" | ForEach-Object { Invoke-ScriptAnalyzer $_ -Recurse }
        $own | ForEach-Object { Invoke-ScriptAnalyzer $_ -Settings "$PSScriptRoot/tests/PSScriptAnalyzerSettings.psd1" }
    )
    $findings | ForEach-Object { "$($_.ScriptPath):$($_.Line) $($_.RuleName): $($_.Message)" }
    if ($findings) { throw "PSScriptAnalyzer found $($findings.Count) things." }
}

function Invoke-Pack {
    Import-Tool Microsoft.PowerShell.PSResourceGet 1.1.0 'Pack'
    # The module alone: the solution would bring the tests, which take four times as long to build. The rest makes it the same
    # wherever the clone lies, and asks no server for known vulnerabilities.
    Remove-Item $module -Recurse -ErrorAction Ignore
    dotnet build "$PSScriptRoot/src/SentryAudit" --configuration Release -p:ContinuousIntegrationBuild=true -p:NuGetAudit=false
    & "$PSScriptRoot/build/New-Package.ps1" -Module $module -Destination "$PSScriptRoot/artifacts/package"
}

foreach ($name in $Task) { & "Invoke-$name" }
