# Every command line of docs/domo-reports.md works as it stands there.
BeforeDiscovery {
    $page = Resolve-Path "$PSScriptRoot/../../docs/domo-reports.md"
    $reports = Select-String -Path $page -Pattern '^\| (?<report>[A-Z][^|]+?) \| (?<lines>`Get-.+) \|$' | ForEach-Object {
        $report = $_.Matches[0].Groups['report'].Value
        [regex]::Matches($_.Matches[0].Groups['lines'].Value, '`([^`]+)`').ForEach({ @{ Report = $report; Line = $_.Groups[1].Value.Replace('\|', '|') } })
    }
}

Describe "Domo's reports" {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        $sandbox = Start-Sandbox @('--members', '5')
        Import-Module $ModulePath -Force
        Connect-Sandbox $sandbox
    }

    AfterAll { Stop-Sandbox $sandbox }

    It 'are sixteen' { ($reports.Report | Sort-Object -Unique).Count | Should -Be 16 } -TestCases @{ reports = $reports }

    It '<Report>: <Line>' -ForEach $reports {
        $rows = @(Invoke-Expression $Line -ErrorVariable faults)
        $faults | Should -BeNullOrEmpty
        $rows.Count | Should -BeGreaterThan 0
    }
}
