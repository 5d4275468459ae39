# Exports in a real session, and loaded into a real graph database where there is one.

Describe 'Graph' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath
        $hasKuzu = (Get-Command node -ErrorAction Ignore) -and $(node -e "require('kuzu')" 2> $null; $LASTEXITCODE -eq 0)
        $sandbox = Start-Sandbox -Option '--members', '250', '--releases', '1200'
        Connect-Sandbox $sandbox
        Push-Location $TestDrive
    }

    AfterAll {
        Pop-Location
        Disconnect-Sentry
        Stop-Sandbox $sandbox
    }

    It 'writes relative to the location of the session, and returns the file' {
        $file = Export-SentryGraph here.dot Dot -Organization acme -Exclude Release -PassThru
        $file.FullName | Should -Be (Get-Item TestDrive:/here.dot).FullName
        Get-ChildItem | Should -HaveCount 1
    }

    It 'writes nothing with -WhatIf and refuses other providers' {
        Export-SentryGraph never.dot Dot -WhatIf
        Test-Path never.dot | Should -BeFalse
        { Export-SentryGraph env:graph Dot } | Should -Throw -ErrorId 'SentryExportNotWritten*'
    }

    It 'loads <_> into Kuzu, twice, with as many relationships as Get-SentryRelationship gives' -ForEach Cypher, Neo4jCsv {
        Skip-Without 'the graph database Kuzu (npm install kuzu, and its folder in NODE_PATH)' $hasKuzu
        Export-SentryGraph "graph-$_" $_ -Organization acme
        $counts = node $Repository/tests/Graph/load-into-kuzu.mjs (Join-Path (Get-Location).ProviderPath "graph-$_") | ConvertFrom-Json
        $LASTEXITCODE | Should -Be 0
        $names = @{ Resource = 'RESOURCE'; MemberOf = 'MEMBER_OF'; AdminOf = 'ADMIN_OF'; HasTeam = 'HAS_TEAM'; HasRule = 'HAS_RULE' }
        foreach ($group in Get-SentryRelationship -Organization acme | Group-Object Type) { $counts.($names[$group.Name]) | Should -Be $group.Count }
        $counts.SentryUser | Should -Be 250
    }
}
