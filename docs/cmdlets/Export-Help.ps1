<#
.SYNOPSIS
Makes en-US/SentryAudit.dll-Help.xml from the Markdown files beside this script.
.DESCRIPTION
PlatyPS converts the files. What it leaves to be desired in the MAML is mended afterwards: examples without code
elements, fences and separator characters in texts, paragraphs in one element, full type names, and missing defaults.
#>
#Requires -Version 7.4
#Requires -Modules Microsoft.PowerShell.PlatyPS
[CmdletBinding()]
param(
    # Where the XML file goes.
    [string] $OutputFolder = (Join-Path $PSScriptRoot '../../en-US')
)

$ErrorActionPreference = 'Stop'

# Elements of the MAML that are not there read as null; build.ps1, which runs this, is stricter.
Set-StrictMode -Off
$pages = Get-ChildItem $PSScriptRoot -Filter '*-*.md'
$invalid = $pages.FullName | Where-Object { -not (Test-MarkdownCommandHelp $_) }
$unfinished = Select-String -Path (Join-Path $PSScriptRoot '*.md') -SimpleMatch '{{' | ForEach-Object { "$($_.Filename):$($_.LineNumber)" }
if ($invalid -or $unfinished) {
    throw "These help pages are not complete: $(@($invalid) + @($unfinished) -join ', ')."
}

$pageHelp = Import-MarkdownCommandHelp -Path $pages.FullName
$work = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
try {
    $source = $pageHelp | Export-MamlCommandHelp -OutputFolder $work -Force | Select-Object -First 1
    $maml = [xml]::new()
    $maml.PreserveWhitespace = $false
    $maml.Load($source.FullName)
}
finally {
    Remove-Item $work -Recurse -Force -ErrorAction Ignore
}

$names = [Xml.XmlNamespaceManager]::new($maml.NameTable)
@{
    maml    = 'http://schemas.microsoft.com/maml/2004/10'
    command = 'http://schemas.microsoft.com/maml/dev/command/2004/10'
    dev     = 'http://schemas.microsoft.com/maml/dev/2004/10'
}.GetEnumerator() | ForEach-Object { $names.AddNamespace($_.Key, $_.Value) }

function Find([Xml.XmlNode] $Node, [string] $Path) { $Node.SelectNodes($Path, $names) }

function SetParagraphs([Xml.XmlNode] $Node, [string[]] $Text) {
    $Node.RemoveAll()
    foreach ($paragraph in $Text) {
        $para = $maml.CreateElement('maml', 'para', $names.LookupNamespace('maml'))
        $para.InnerText = $paragraph
        [void] $Node.AppendChild($para)
    }
}

# A paragraph of a Markdown source is one line, so that any console can wrap it.
function Split-Paragraph([string] $Text) {
    $Text.Trim() -split '(?:\r?\n){2,}' | ForEach-Object { $_ -replace '\r?\n', ' ' } | Where-Object { $_ }
}

foreach ($text in Find $maml '//command:command/maml:description | //command:details/maml:description | //command:parameters//maml:description | //maml:alert | //command:inputType/maml:description | //command:returnValue/maml:description') {
    SetParagraphs $text (Split-Paragraph (@(Find $text 'maml:para').InnerText -join "`n`n"))
}

foreach ($command in Find $maml '//command:command') {
    $name = $command.SelectSingleNode('command:details/command:name', $names).InnerText
    $page = $pageHelp | Where-Object Title -EQ $name

    # Only the pages know how the examples were meant; the converter runs text, code and output into one.
    $number = 0
    foreach ($example in Find $command 'command:examples/command:example') {
        $written = $page.Examples[$number++]
        if ($written.Remarks -notmatch '(?s)^(?<text>.*?)```powershell\r?\n(?<code>.*?)\r?\n```\s*(?:```output\r?\n(?<out>.*?)\r?\n```)?\s*$') {
            throw "Example $number of $name is not made of a text, one powershell block and at most one output block."
        }

        $part = $Matches
        $example.SelectSingleNode('maml:title', $names).InnerText = "-------- $($written.Title) --------"
        $introduction = @(Split-Paragraph $part.text)
        if ($introduction) {
            # Get-Help shows the code straight after the introduction, without a line break of its own.
            $introduction[-1] += "`n`n"
        }
        SetParagraphs $example.SelectSingleNode('maml:introduction', $names) $introduction
        $example.SelectSingleNode('dev:code', $names).InnerText = $part.code
        SetParagraphs $example.SelectSingleNode('dev:remarks', $names) @($part.out; "`n")
    }

    foreach ($parameter in Find $command 'command:parameters/command:parameter') {
        $key = $parameter.SelectSingleNode('maml:name', $names).InnerText
        $documented = $page.Parameters | Where-Object Name -EQ $key
        foreach ($inSyntax in Find $command "command:syntax/command:syntaxItem/command:parameter[maml:name='$key']") {
            foreach ($attribute in 'globbing', 'pipelineInput') {
                $inSyntax.SetAttribute($attribute, $parameter.GetAttribute($attribute))
            }

            $short = $inSyntax.SelectSingleNode('command:parameterValue', $names)
            $full = $parameter.SelectSingleNode('command:parameterValue', $names)
            if ($short -and $full) {
                $full.InnerText = $short.InnerText
            }
        }

        if ($documented.DefaultValue) {
            $default = $maml.CreateElement('dev', 'defaultValue', $names.LookupNamespace('dev'))
            $default.InnerText = $documented.DefaultValue
            [void] $parameter.AppendChild($default)
        }
    }

    # Links to neighbouring files mean nothing to Get-Help; their names do.
    foreach ($uri in Find $command 'command:relatedLinks/maml:navigationLink/maml:uri') {
        if ($uri.InnerText -notlike 'https://*') {
            $uri.InnerText = ''
        }
    }
    $links = @(Find $command 'command:relatedLinks/maml:navigationLink')
    $links | Where-Object { $_ -ne $links[0] -and $_.SelectSingleNode('maml:uri', $names).InnerText -eq $links[0].SelectSingleNode('maml:uri', $names).InnerText } |
        ForEach-Object { [void] $_.ParentNode.RemoveChild($_) }
}

$path = Join-Path (Resolve-Path $OutputFolder) 'SentryAudit.dll-Help.xml'
$settings = [Xml.XmlWriterSettings] @{
    Encoding        = [Text.UTF8Encoding]::new($false)
    Indent          = $true
    NewLineChars    = "`n"
    NewLineHandling = 'Replace'
}
$writer = [Xml.XmlWriter]::Create($path, $settings)
$maml.Save($writer)
$writer.Dispose()
[IO.File]::AppendAllText($path, "`n")
Get-Item $path
