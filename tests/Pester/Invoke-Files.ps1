# Runs the test files that wait, one after the other, against artifacts/SentryAudit. tests/Suites starts this, several side by
# side, and reads the lines that begin with two colons: the file that begins, and its result as JSON.
[CmdletBinding()]
param(
    # The folder of the module Pester.
    [Parameter(Mandatory)] [string] $Pester,

    # A folder with a file Watch.waiting for Watch.Tests.ps1; whoever renames it to Watch.taken runs that.
    [Parameter(Mandatory)] [string] $Folder
)

# No preference is set here: the tests would inherit it.
Import-Module "$Pester/Pester.psd1" -ErrorAction Stop

function ConvertTo-Failure($Failed) {
    $text = $Failed.ErrorRecord | ForEach-Object { $_.DisplayErrorMessage ?? "$_"; $_.DisplayStackTrace ?? $_.ScriptStackTrace }
    @{
        Test = $Failed.ExpandedPath ?? 'the file itself'
        Text = if ($text) { $text -join "`n" } else { 'It could not run: what should be set up before it failed, as shown here too.' }
    }
}

# A reason is given with Set-ItResult -Because; -Skip gives none.
function Get-Reason($Test) {
    $message = "$($Test.ErrorRecord | Select-Object -First 1)"
    if ($message -match 'because (?<reason>.+)$') { $Matches.reason } else { 'it says no reason' }
}

function Invoke-File([string] $Name) {
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = "$PSScriptRoot/$Name.Tests.ps1"
    $configuration.Run.PassThru = $true
    $configuration.Output.Verbosity = 'Detailed'
    $configuration.Output.RenderMode = 'Plaintext'
    $result = Invoke-Pester -Configuration $configuration

    # A file or a block that could not even be set up has failed, whatever its tests say.
    $failed = @($result.Failed) + @($result.FailedBlocks) + @($result.FailedContainers) | Where-Object { $_ }
    @{
        Name     = $Name
        Passed   = $result.PassedCount
        Failures = @($failed | ForEach-Object { ConvertTo-Failure $_ })
        Skipped  = @($result.Skipped | ForEach-Object { @{ Test = $_.ExpandedPath; Reason = Get-Reason $_ } })
        Seconds  = $result.Duration.TotalSeconds
    }
}

# The largest first: a fair guess at which takes longest.
$names = (Get-ChildItem "$Folder/*.waiting").BaseName | Sort-Object { (Get-Item "$PSScriptRoot/$_.Tests.ps1").Length } -Descending
foreach ($name in $names) {
    try { [IO.File]::Move("$Folder/$name.waiting", "$Folder/$name.taken") } catch [IO.FileNotFoundException] { continue }
    [Console]::WriteLine("::file $name")
    [Console]::WriteLine("::result $(Invoke-File $name | ConvertTo-Json -Depth 4 -Compress)")
}
