<#
.SYNOPSIS
Makes of an assembled module the package for PowerShell's galleries, a zip for those who have none, and their SHA-256.
.DESCRIPTION
The same module gives the same bytes: files in one order, without times, and without the names NuGet invents. Needs no network.
.EXAMPLE
./build/New-Package.ps1 -Module artifacts/SentryAudit -Destination artifacts/package
#>
[CmdletBinding()]
param(
    # The folder of the module.
    [Parameter(Mandatory)] [string] $Module,

    # The folder for what is made; it is made too.
    [Parameter(Mandatory)] [string] $Destination
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Import-Module Microsoft.PowerShell.PSResourceGet -MinimumVersion 1.1.0

# What a zip calls a plain file that everybody may read.
$readable = [BitConverter]::ToInt32([byte[]](0, 0, 0xA4, 0x81))

function New-Archive([string] $Folder, [string] $Path, [string] $Prefix = '') {
    $files = [IO.Directory]::GetFiles($Folder, '*', 'AllDirectories')
    $names = [string[]]$files.ForEach({ [IO.Path]::GetRelativePath($Folder, $_).Replace('\', '/') })
    [Array]::Sort($names, [StringComparer]::Ordinal)
    $archive = [IO.Compression.ZipFile]::Open($Path, 'Create')
    try {
        foreach ($name in $names) {
            $entry = $archive.CreateEntry($Prefix + $name, 'SmallestSize')
            $entry.LastWriteTime = [datetimeoffset]'1980-01-01Z'
            $entry.ExternalAttributes = $readable
            $stream = $entry.Open()
            try { $stream.Write([IO.File]::ReadAllBytes("$Folder/$name")) } finally { $stream.Dispose() }
        }
    }
    finally { $archive.Dispose() }
}

# Takes out of an unpacked package what is new each time NuGet makes it: a description with a name and a time of its own,
# which no gallery needs, and the order of the types of files.
function Set-Steady([string] $Folder) {
    Remove-Item "$Folder/package" -Recurse
    $relations = [xml](Get-Content -LiteralPath "$Folder/_rels/.rels" -Raw)
    $relations.Relationships.Relationship | Where-Object Type -Like '*/core-properties' |
        ForEach-Object { $null = $_.ParentNode.RemoveChild($_) }
    $relations.Save("$Folder/_rels/.rels")

    $types = [xml](Get-Content -LiteralPath "$Folder/[Content_Types].xml" -Raw)
    $types.Types.ChildNodes | Sort-Object OuterXml -Culture '' | ForEach-Object { $null = $types.DocumentElement.AppendChild($_) }
    $types.Save("$Folder/[Content_Types].xml")
}

$Module = (Resolve-Path $Module).ProviderPath
$name = Split-Path $Module -Leaf
$version = (Import-PowerShellDataFile "$Module/$name.psd1").ModuleVersion
Remove-Item $Destination -Recurse -Force -ErrorAction Ignore
$Destination = (New-Item $Destination -ItemType Directory).FullName
$work = (New-Item (Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid())) -ItemType Directory).FullName
try {
    Compress-PSResource -Path $Module -DestinationPath $work
    $package = Get-Item "$work/*.nupkg"
    [IO.Compression.ZipFile]::ExtractToDirectory($package.FullName, "$work/package")
    Set-Steady "$work/package"
    New-Archive "$work/package" "$Destination/$($package.Name)"
    New-Archive $Module "$Destination/$name-$version.zip" "$name/"
}
finally { Remove-Item $work -Recurse -Force }

$files = Get-ChildItem $Destination | Sort-Object Name
$sums = $files | ForEach-Object { "$((Get-FileHash $_ -Algorithm SHA256).Hash.ToLowerInvariant())  $($_.Name)" }
[IO.File]::WriteAllText("$Destination/SHA256SUMS", ($sums -join "`n") + "`n")
$files
