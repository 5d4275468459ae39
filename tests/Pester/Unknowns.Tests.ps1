# Every documented pipeline with a condition, on an estate of which nothing is known: what is unknown is no finding.

BeforeDiscovery {
    $root = "$PSScriptRoot/../.."
    function Test-Condition([string] $Code) {
        $errors = $null
        $null = [Management.Automation.Language.Parser]::ParseInput($Code, [ref] $null, [ref] $errors)
        -not $errors -and $Code -match 'Where-Object|\bif \(|\.Count -' -and $Code -match '-Sentry'
    }

    # These list something else than findings, or show what not to write.
    $noAudit = @{
        'Get-SentryIntegration/3'   = 'follows repositories to their integrations'
        'Get-SentryRole/2'          = 'names roles, and fails where none is known'
        'Get-SentryTeamMember/3'    = 'counts in groups'
        'about_SentryAudit.help/63' = 'shows how unknown people are counted when the comparison is wrong'
    }

    $blocks = @(
        foreach ($page in Get-ChildItem "$root/README.md", "$root/docs/*.md", "$root/docs/cmdlets/*-*.md") {
            $number = 0
            foreach ($match in [regex]::Matches((Get-Content $page -Raw), '(?s)```powershell\r?\n(?<code>.*?)\r?\n```')) {
                $number++
                @{ Place = "$($page.BaseName)/$number"; Code = $match.Groups['code'].Value }
            }
        }

        # In topics code is what is indented by eight.
        foreach ($topic in Get-ChildItem "$root/en-US/about_*.txt") {
            $number = 0
            foreach ($match in [regex]::Matches((Get-Content $topic -Raw), '(?m)(^ {8}.*\r?\n)+')) {
                $number++
                @{ Place = "$($topic.BaseName)/$number"; Code = $match.Value }
            }
        }
    ) | Where-Object { -not $noAudit.ContainsKey($_.Place) -and (Test-Condition $_.Code) }
}

Describe 'Unknowns' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath

        # Here null means none, as the description of the property says. They have a value, so that null is left to mean unknown.
        $NoneIsNull = @{
            'SentryProject.FirstEvent'            = [datetimeoffset]'2026-01-01Z'
            'SentryAlertRule.Owner'               = 'user:1'
            'SentryProjectKey.RateLimitCount'     = 1
            'SentryRelease.DateReleased'          = [datetimeoffset]'2026-01-01Z'
            'SentryIssue.Assignee'                = 'user:somebody@acme.example'
            'SentryRepository.IntegrationId'      = '1'
        }

        # Beside nothing at all, enough may be known to reach the conditions after it.
        $Some = @{ Status = 'active'; IsActive = $true; Level = 'error'; EffectiveRole = 'admin'; SeatsTotal = 5 }

        # An object that has what Sentry always tells, and knows nothing else.
        function New-Unknown([type] $Type, [hashtable] $Known) {
            $object = [Runtime.CompilerServices.RuntimeHelpers]::GetUninitializedObject($Type)
            foreach ($property in $Type.GetProperties() | Where-Object CanWrite) {
                $none = $NoneIsNull["$($Type.Name).$($property.Name)"]
                $isRequired = $property.CustomAttributes.AttributeType.Name -contains 'RequiredMemberAttribute'
                if ($none) { $property.SetValue($object, $none) }
                elseif ($isRequired -and $property.PropertyType -eq [string]) { $property.SetValue($object, 'unknown') }
                elseif ($property.PropertyType -in [string], [Nullable[bool]], [Nullable[int]]) { $property.SetValue($object, $Known[$property.Name]) }
            }
            $object
        }

        # Cmdlets that read give one such object, and those that change something say that they were given one.
        $estate = @{ Known = @{} }
        foreach ($command in Get-Command -Module SentryAudit -CommandType Cmdlet) {
            $type = $command.OutputType.Type | Where-Object { $_.Namespace -eq 'SentryAudit' } | Select-Object -First 1
            $isReader = $command.Verb -in 'Get', 'Compare', 'Sync' -and $type
            $make = ${function:New-Unknown}
            Set-Item "function:$($command.Name)" ({
                    if ($MyInvocation.ExpectingInput -and -not @($input)) { return }
                    if ($isReader) { & $make $type $estate.Known } else { 'changed' }
                }.GetNewClosure())
        }

        # Each statement is run by itself. A condition ends in findings, or in a count of them.
        function Find-Finding([string] $Code) {
            $syntax = [Management.Automation.Language.Parser]::ParseInput($Code, [ref] $null, [ref] $null)
            foreach ($statement in $syntax.EndBlock.Statements) {
                $output = . ([scriptblock]::Create($statement.Extent.Text)) 3>$null 6>$null
                if ($statement.Extent.Text -match 'Where-Object|\bif \(') { $output | Where-Object { $_ -isnot [int] -or $_ } }
            }
        }

        function Import-Csv { }
        function Export-Csv { }
        function Invoke-RestMethod { }
        Push-Location $TestDrive
    }

    AfterAll { Pop-Location }

    It 'there are pipelines to look at' { $Count | Should -BeGreaterThan 50 } -TestCases @{ Count = $blocks.Count }

    It '<Place>, where nothing is known' -ForEach $blocks {
        $estate.Known = @{}
        Find-Finding $Code | Should -BeNullOrEmpty
    }

    It '<Place>, where some things are known' -ForEach $blocks {
        $estate.Known = $Some
        Find-Finding $Code | Should -BeNullOrEmpty
    }
}
