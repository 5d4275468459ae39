# Fresh PowerShells of the edition that runs this. Dot-sourced by Sandbox.ps1 and by the benchmarks.

function Get-PwshCommand {
    # The command that starts one, and the arguments it takes first: PowerShell as a .NET tool is a program of the process "dotnet".
    $process = [Environment]::ProcessPath
    if ((Split-Path $process -LeafBase) -eq 'pwsh') { return $process }
    $process
    Join-Path $PSHOME 'pwsh.dll'
}

function Invoke-Pwsh {
    # Runs a script in a fresh PowerShell and gives the lines it printed.
    param([string] $Script, [hashtable] $Environment = @{}, [string] $WorkingDirectory = $TestDrive, [int] $LimitSeconds = 60)

    $file = Join-Path ([IO.Path]::GetTempPath()) "$([guid]::NewGuid()).ps1"
    Set-Content $file $Script
    $command, $arguments = @(Get-PwshCommand) + '-NoProfile', '-NonInteractive', '-File', $file
    $start = [Diagnostics.ProcessStartInfo]::new($command, [string[]] $arguments)
    $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $start.WorkingDirectory = $WorkingDirectory
    # An empty home: no settings file, no profile, no module of the tester's.
    $start.Environment['HOME'] = $start.Environment['USERPROFILE'] = "$TestDrive"
    $start.Environment['NO_COLOR'] = '1'
    foreach ($pair in $Environment.GetEnumerator()) {
        if ($null -eq $pair.Value) { $null = $start.Environment.Remove($pair.Key) } else { $start.Environment[$pair.Key] = $pair.Value }
    }

    $process = [Diagnostics.Process]::Start($start)
    try {
        $printed = $process.StandardOutput.ReadToEndAsync(), $process.StandardError.ReadToEndAsync()
        if (-not [Threading.Tasks.Task]::WaitAll($printed, $LimitSeconds * 1000)) {
            $process.Kill($true)
            throw "A fresh PowerShell did not end within $LimitSeconds s, and was ended. Its script was: $Script"
        }
        (-join $printed.Result).TrimEnd() -split '\r?\n'
    }
    finally {
        $process.Dispose()
        Remove-Item $file
    }
}
