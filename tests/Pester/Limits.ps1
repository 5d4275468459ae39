# Every wait of the suite has a limit. Dot-sourced by Sandbox.ps1.

function Wait-Until {
    # Waits until the condition holds.
    param([scriptblock] $Condition, [int] $LimitSeconds = 20)
    $watch = [Diagnostics.Stopwatch]::StartNew()
    while (-not (& $Condition)) {
        if ($watch.Elapsed.TotalSeconds -gt $LimitSeconds) { throw "This did not become true within $LimitSeconds s: $Condition" }
        $null = [Threading.Thread]::Yield()
    }
}

function Receive-Shell {
    # Gives what a runspace returns.
    param([powershell] $Shell, [int] $LimitSeconds = 60)
    $running = $Shell.BeginInvoke()
    if (-not $running.AsyncWaitHandle.WaitOne($LimitSeconds * 1000)) {
        throw "A runspace did not end within $LimitSeconds s: $($Shell.Commands.Commands)"
    }
    , $Shell.EndInvoke($running)
}

function Stop-Shell {
    # Stops a runspace as Ctrl+C does, and gives the milliseconds until it had ended.
    param([powershell] $Shell, [int] $LimitSeconds = 20)
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $stopping = $Shell.BeginStop($null, $null)
    if (-not $stopping.AsyncWaitHandle.WaitOne($LimitSeconds * 1000)) {
        throw "A runspace did not stop within $LimitSeconds s: $($Shell.Commands.Commands)"
    }
    $watch.ElapsedMilliseconds
}

function Skip-Without {
    # Skips the test that calls it where a tool is missing that it needs.
    param([string] $Tool, [bool] $Found = [bool](Get-Command $Tool -CommandType Application -ErrorAction Ignore))
    if (-not $Found) { Set-ItResult -Skipped -Because "$Tool is missing" }
}
