# Dot-sourced by the measuring scripts.

. "$PSScriptRoot/../Pester/FreshPowerShell.ps1"

# Runs a script in a PowerShell of its own and gives what it returns: what one run has loaded, compiled or kept must not help the next.
function Invoke-FreshProcess([string] $Script, [object[]] $ArgumentList = @()) {
    # Encoded, so that no quoting can change it; JSON, since the answer comes back as text.
    $text = "`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'; `$values = @('" +
        (@($ArgumentList).ForEach({ "$_".Replace("'", "''") }) -join "', '") + "'); & { $Script } @values | ConvertTo-Json -Compress"
    $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($text))
    $command, $arguments = @(Get-PwshCommand) + '-NoProfile', '-NonInteractive', '-EncodedCommand', $encoded
    $answer = & $command @arguments
    if ($LASTEXITCODE -ne 0) { throw "A measured process failed: $answer" }
    $answer | ConvertFrom-Json
}

function Get-Median([double[]] $Value) {
    $sorted = @($Value | Sort-Object)
    ($sorted[[Math]::Floor(($sorted.Count - 1) / 2)] + $sorted[[Math]::Floor($sorted.Count / 2)]) / 2
}
