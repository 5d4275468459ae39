# What may be piped into what: every kind of object the module writes into every cmdlet that takes pipeline input. An object means itself,
# what is joined to it, or nothing; never everything of its organization.

Describe 'Pipelines' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        . $PSScriptRoot/PipelineSamples.ps1
        Import-Module $ModulePath -Force
        $sandbox = Start-Sandbox -Option '--members', '60'
        Connect-Sandbox $sandbox
        $Samples = Get-PipelineSample
        $joins = (Get-Command Get-SentryTeam).ImplementingType.Assembly.GetType('SentryAudit.Input.Joins')
        $AllJoins = $joins.GetProperty('All').GetValue($null)
        $Kinds = $joins.GetProperty('Kinds').GetValue($null)
        $WithoutJoins = $joins.GetProperty('WithoutJoins').GetValue($null)
        $Cmdlets = Get-Command -Module SentryAudit | Where-Object {
            $_.Parameters.Values.ParameterSets.Values | Where-Object { $_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName }
        }
        $Binding = $Cmdlets | Where-Object { $_.Parameters.ContainsKey('InputObject') }

        # The line of the table for a kind and a cmdlet, if its condition holds.
        $Lines = @{}
        foreach ($join in $AllJoins | Where-Object { -not $_.When -or "$($Samples[$_.Kind].$($_.When.Item1))" -in $_.When.Item2 }) {
            foreach ($name in $join.Cmdlets) { $Lines["$($join.Kind) $name"] ??= $join }
        }
        function Find-Join([string] $Kind, [string] $Cmdlet) { if ($Lines["$Kind $Cmdlet"]) { $Lines["$Kind $Cmdlet"] } }

        function Get-JoinKey($Join) {
            foreach ($property in $Join.Properties) {
                $value = $Samples[$Join.Kind].$property
                if (@($value).Count) { return $(if (@($value).Count -eq 1) { @($value)[0] } else { , @($value) }) }
            }
        }

        function Invoke-Piped($Object, $Cmdlet, [hashtable] $Option) {
            $run = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed'; WarningAction = 'SilentlyContinue' }
            if ($Cmdlet.Parameters.ContainsKey('WhatIf')) { $run.WhatIf = $true }
            $written = @($Object | & $Cmdlet.Name @Option @run)
            [pscustomobject]@{ Written = $written; Failed = @($failed) }
        }

        # The lines of -WhatIf go to the host, past all streams. One transcript for all, since starting one takes long.
        function Get-Plan([string] $Path) {
            $plans = @{}
            foreach ($line in (Get-Content $Path -Raw) -split '(?m)^(?=What if: |@@ )') {
                if ($line -like '@@*') { $plans[($current = $line.Substring(3).Trim())] = @() }
                elseif ($line -like 'What if:*') { $plans[$current] += $line -replace '\s+', ' ' -replace '\*\*\*.*' }
            }
            $plans
        }

        function Get-Identity($Object) { "$($Object.GetType().Name) $Object $($Object.Id) $($Object.MemberId) $($Object.OrganizationSlug) $($Object.ProjectSlug)" }
    }

    AfterAll {
        Disconnect-Sentry
        Stop-Sandbox $sandbox
    }

    It 'has a sample of every kind of object that a cmdlet writes, and a line or a refusal for it' {
        $written = $(Get-Command -Module SentryAudit).OutputType.Type | Where-Object Namespace -EQ SentryAudit | ForEach-Object Name | Sort-Object -Unique
        $Kinds | Sort-Object | Should -Be ($written + 'SentryConnection' | Sort-Object -Unique)
        $Samples.Keys | Sort-Object | Should -Be ($Kinds | Sort-Object)
        foreach ($kind in $Kinds) { $Samples[$kind].GetType().Name | Should -Be $kind }
        $WithoutJoins | Where-Object { $_ -in ($joins.GetProperty('Own').GetValue($null)).Kind } | Should -BeNullOrEmpty
    }

    It 'knows every cmdlet that takes pipeline input' {
        $Cmdlets.Name | Where-Object { $_ -notin $Binding.Name } | Sort-Object | Should -Be ($OtherInput.Keys | Sort-Object)
        $AllJoins.Cmdlets | Sort-Object -Unique | Where-Object { $_ -notin $Binding.Name } | Should -BeNullOrEmpty
        $joined = $AllJoins.Cmdlets | Sort-Object -Unique
        $Binding.Name | Where-Object { $_ -notin $joined } | Sort-Object | Should -Be ($OfWholeOrganizations | Sort-Object)
        $Binding | Where-Object { $_.Verb -notin 'Get' -and $_.Name -notin $Arguments.Keys } | ForEach-Object Name | Should -BeNullOrEmpty
    }

    It 'refuses what does not say which objects are meant, and sends nothing for it' {
        Clear-Request $sandbox
        $refused = 0
        $wrong = foreach ($kind in $Kinds | Where-Object { $_ -ne 'SentryOrganization' }) {
            foreach ($cmdlet in $Binding | Where-Object { -not (Find-Join $kind $_.Name) }) {
                $refused++
                $result = Invoke-Piped $Samples[$kind] $cmdlet ($Arguments[$cmdlet.Name] ?? @{})
                $error1 = $result.Failed[0]
                $id, $class = $error1.FullyQualifiedErrorId -split ','
                if ($result.Written -or $result.Failed.Count -ne 1 -or $id -ne 'SentryInputUnrelated' -or "$class" -ne $cmdlet.ImplementingType.FullName -or
                    -not [object]::ReferenceEquals($error1.TargetObject.PSObject.BaseObject, $Samples[$kind])) {
                    "$kind | $($cmdlet.Name): $($result.Written.Count) written, $($result.Failed)"
                }
                elseif ("$error1" -notmatch [regex]::Escape("$($Samples[$kind])") -or "$error1" -notmatch $cmdlet.Name -or
                    $error1.ErrorDetails.RecommendedAction -notmatch $cmdlet.Name) { "$kind | $($cmdlet.Name) says: $error1" }
            }
        }
        $wrong | Should -BeNullOrEmpty
        Get-Request $sandbox | Should -BeNullOrEmpty
        Write-Host "    $($Kinds.Count) kinds x $($Binding.Count) cmdlets = $($Kinds.Count * $Binding.Count) pairs; $refused of them are refused"
    }

    It 'lists what is joined to an object, no more and no less' {
        $listed = 0
        $wrong = foreach ($cmdlet in $Binding | Where-Object Verb -EQ Get) {
            foreach ($join in $Kinds | ForEach-Object { Find-Join $_ $cmdlet.Name }) {
                $listed++
                $pair, $keys = "$($join.Kind) | $($cmdlet.Name)", (Get-JoinKey $join)
                $result = Invoke-Piped $Samples[$join.Kind] $cmdlet ($Arguments[$cmdlet.Name] ?? @{})
                if ($null -eq $keys) {
                    if ($result.Written -or "$($result.Failed.FullyQualifiedErrorId)" -notlike 'SentryInputUnknown,*') { "${pair}: $($result.Failed)" }
                    continue
                }
                if ($result.Failed) { "${pair}: $($result.Failed[0])" }
                if (-not $result.Written) { "${pair}: nothing" }
                $named = @{ $join.Parameter = $keys } + ($Arguments[$cmdlet.Name] ?? @{})
                if ($cmdlet.Parameters.ContainsKey('Organization') -and $join.Parameter -ne 'Organization') { $named.Organization = 'acme' }
                if ($join.Beside) { $named[$join.Beside.Item1] = $Samples[$join.Kind].($join.Beside.Item2) }
                $alike = & $cmdlet.Name @named -WarningAction SilentlyContinue
                if ((Compare-Object @($result.Written | ForEach-Object { Get-Identity $_ }) @($alike | ForEach-Object { Get-Identity $_ }))) {
                    "${pair}: $($result.Written.Count) written, not $(@($alike).Count) as with -$($join.Parameter) $keys"
                }
                foreach ($one in $result.Written) {
                    if ($one.OrganizationSlug -ne 'acme') { "${pair}: $one is of another organization" }
                    if (-not (Get-Related $join.Parameter $one | Where-Object { $_ -in $keys })) { "${pair}: $one does not belong to $keys" }
                }
            }
        }
        $wrong | Should -BeNullOrEmpty
        Write-Host "    $listed pairs are listings of what is joined"
    }

    It 'changes what an object names, no more and no less' {
        $errors = @{}
        $null = Start-Transcript "$TestDrive/plans" -UseMinimalHeader
        try {
            $pairs = foreach ($cmdlet in $Binding | Where-Object { $_.Verb -ne 'Get' -and $_.Parameters.ContainsKey('WhatIf') }) {
                foreach ($join in $Kinds | ForEach-Object { Find-Join $_ $cmdlet.Name }) {
                    $option = ($Arguments[$cmdlet.Name] ?? @{}) + ($Complements["$($cmdlet.Name) $($join.Parameter)"] ?? @{})
                    if ($join.Beside) { $option.Remove($join.Beside.Item1) }
                    $named = $option.Clone()
                    $named[$join.Parameter] = if ($join.Parameter -eq 'Inventory') { $Samples[$join.Kind] } else { Get-JoinKey $join }
                    if ($join.Parameter -notin 'Organization', 'Inventory') { $named.Organization = 'acme' }
                    if ($join.Beside) { $named[$join.Beside.Item1] = $Samples[$join.Kind].($join.Beside.Item2) }
                    $pair = "$($join.Kind) | $($cmdlet.Name)"
                    Write-Host "@@ $pair"
                    $errors[$pair] = (Invoke-Piped $Samples[$join.Kind] $cmdlet $option).Failed
                    Write-Host "@@ $pair named"
                    $null = & $cmdlet.Name @named -WhatIf -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -ErrorVariable failed
                    $errors["$pair named"] = $failed
                    $pair
                }
            }
        }
        finally { $null = Stop-Transcript }

        $plans = Get-Plan "$TestDrive/plans"
        $wrong = foreach ($pair in $pairs) {
            $piped, $named = $pair, "$pair named" | ForEach-Object { (@($plans[$_]) + @($errors[$_] | ForEach-Object { "$_" }) | Sort-Object) -join ' ' }
            # What is enabled already needs no change.
            if (-not $piped.Trim() -and $pair -notlike '*| Enable-*') { "${pair}: nothing" }
            if ($piped -ne $named) { "${pair}: $piped, and not $named" }
        }
        $wrong | Should -BeNullOrEmpty
        Write-Host "    $($pairs.Count) pairs are changes of what is named"
    }

    It 'takes an organization for all of it, and for no key of a change' {
        $wrong = foreach ($cmdlet in $Binding) {
            $option = $Arguments[$cmdlet.Name] ?? @{}
            $pair = "SentryOrganization | $($cmdlet.Name)"
            $result = Invoke-Piped $Samples.SentryOrganization $cmdlet $option
            if ($cmdlet.Verb -eq 'Get' -and $cmdlet.Name -ne 'Get-SentryDeploy') {
                $alike = & $cmdlet.Name -Organization acme @option -WarningAction SilentlyContinue
                if ($result.Failed) { "${pair}: $($result.Failed[0])" }
                if (@($alike).Count -ne $result.Written.Count) { "${pair}: $($result.Written.Count) written, not $(@($alike).Count)" }
            }
            elseif ($cmdlet.Name -notin $OfOrganizations -and "$($result.Failed.FullyQualifiedErrorId)" -notlike 'SentryInputUnrelated,*') {
                "${pair}: $($result.Failed)"
            }
            elseif ($cmdlet.Name -in $OfOrganizations -and $result.Failed) { "${pair}: $($result.Failed[0])" }
        }
        $wrong | Should -BeNullOrEmpty
    }

    It 'keeps objects in the organization that the command line names, whatever names it' {
        Clear-Request $sandbox
        $id = (Get-SentryOrganization globex).Id
        $wrong = foreach ($named in 'globex', 'glo*', $id) {
            foreach ($cmdlet in $Binding | Where-Object { $_.Name -notin $WithoutOrganization -and ($named -ne $id -or $_.Name -notin $OfStoredStates) }) {
                foreach ($join in $Kinds | ForEach-Object { Find-Join $_ $cmdlet.Name } | Select-Object -First 1) {
                    $option = ($Arguments[$cmdlet.Name] ?? @{}) + ($Complements["$($cmdlet.Name) $($join.Parameter)"] ?? @{}) + @{ Organization = $named }
                    if ($join.Beside) { $option.Remove($join.Beside.Item1) }
                    $result = Invoke-Piped $Samples[$join.Kind] $cmdlet $option
                    if ($result.Written -or "$($result.Failed.FullyQualifiedErrorId)" -notlike 'SentryObjectElsewhere,*') {
                        "$($join.Kind) | $($cmdlet.Name) -Organization ${named}: $($result.Written.Count) written, $($result.Failed)"
                    }
                }
            }
        }
        $wrong | Should -BeNullOrEmpty
        Get-Request $sandbox | Where-Object endpoint -NotLike 'organizations/' | Should -BeNullOrEmpty
    }

    It 'leaves the input of other cmdlets to PowerShell: <_>' -ForEach 'Compare-SentryMember', 'Disconnect-Sentry', 'Get-SentryPermission', 'Invoke-SentryApi', 'Remove-SentrySession', 'Test-SentryConnection' {
        $cmdlet = Get-Command $_
        Clear-Request $sandbox
        $taken = foreach ($kind in $Kinds | Where-Object { $_ -notin $OtherInput[$cmdlet.Name] }) {
            $result = Invoke-Piped $Samples[$kind] $cmdlet ($Arguments[$cmdlet.Name] ?? @{})
            if ($result.Written) { $kind }
        }
        $taken | Should -BeNullOrEmpty
        # The two that ask Sentry do so before they have any input.
        if ($_ -notin 'Compare-SentryMember', 'Get-SentryPermission') { Get-Request $sandbox | Should -BeNullOrEmpty }
    }
}
