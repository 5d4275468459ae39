# Dot-sourced by the measuring scripts.

# Starts a sandbox in a process of its own; Stop-Sandbox ends it.
function Start-Sandbox([string[]] $Option) {
    $folder = Join-Path $PSScriptRoot '../SentryAudit.Sandbox'
    dotnet build $folder --configuration Release --verbosity quiet > $null
    $start = [Diagnostics.ProcessStartInfo]::new('dotnet', [string[]]@("$folder/bin/Release/net10.0/SentryAudit.Sandbox.dll", 'serve') + $Option)
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    # It says where it is once it listens, so there is nothing to wait for.
    [pscustomobject]@{
        Process = $process
        Url     = [uri]($process.StandardOutput.ReadLine() -replace '^SENTRY_URL=')
        Token   = $process.StandardOutput.ReadLine() -replace '^SENTRY_AUTH_TOKEN='
    }
}

function Stop-Sandbox($Sandbox) {
    $Sandbox.Process.Kill()
    $Sandbox.Process.WaitForExit()
}
