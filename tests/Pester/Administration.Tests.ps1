# Changes in a real session: pipelines, -WhatIf, questions, errors, completion.

BeforeAll {
    . $PSScriptRoot/Sandbox.ps1
    Import-Module $ModulePath
    function Get-Write($Sandbox) { Get-Request $Sandbox | Where-Object method -NotIn GET, HEAD }
    # Runs in a fresh PowerShell that nobody sits in front of, connected to the sandbox.
    function Invoke-Script([string] $Script) {
        Invoke-Pwsh "Import-Module '$ModulePath'`n$Script" @{ SENTRY_URL = "$($sandbox.Url)"; SENTRY_AUTH_TOKEN = $sandbox.Token; SENTRY_ORG = 'acme'; NO_PROXY = '127.0.0.1' }
    }

    $sandbox = Start-Sandbox @('--members', '60')
    Connect-Sandbox $sandbox -Option @{ Organization = 'acme' }
    $plain = @((Get-SentryMember | Where-Object { $_.Role -eq 'member' -and -not ($_.Pending -or $_.IdpProvisioned -or $_.IdpRoleRestricted -or $_.PartnershipRestricted) }).Email)
}

AfterAll {
    Disconnect-Sentry
    Stop-Sandbox $sandbox
}

Describe 'A plan' {
    BeforeEach { Clear-Request $sandbox }

    It 'of <Name> sends reads only, and tells what it would do' -ForEach @(
        @{ Name = 'who is inactive'; Code = { Get-SentryUserStatus -Status Inactive | Remove-SentryMember -WhatIf }; Says = 'Remove the member*' }
        @{ Name = 'a list of leavers'; Code = { Import-Csv $TestDrive/leavers.csv | Remove-SentryMember -WhatIf }; Says = 'Remove the member*' }
        @{ Name = 'old keys'; Code = { Get-SentryProjectKey | Where-Object AgeDays -GT 365 | Disable-SentryProjectKey -WhatIf }; Says = 'Disable the key: Sentry will refuse events sent with it until it is enabled*' }
        @{ Name = 'what $WhatIfPreference asks for'; Code = { $WhatIfPreference = $true; Get-SentryTeam payments, platform | Remove-SentryTeam }; Says = 'Remove the team with * members*' }
    ) {
        Set-Content $TestDrive/leavers.csv 'Name,Email,Organization', "One,$($plain[0]),acme", "Two,$($plain[1].ToUpperInvariant()),acme"
        $log = "$TestDrive/$([guid]::NewGuid()).log"
        $null = Start-Transcript $log -UseMinimalHeader
        try { $output = & $Code } finally { $null = Stop-Transcript }

        $output | Should -BeNullOrEmpty
        $plan = @(Select-String -Path $log -Pattern 'Performing the operation "(.+)" on target "(.+ in acme)"' | ForEach-Object { $_.Matches[0].Groups[1].Value })
        $plan.Count | Should -BeGreaterOrEqual 2
        $plan | Where-Object { $_ -notlike $Says } | Should -BeNullOrEmpty
        Get-Request $sandbox | Should -Not -BeNullOrEmpty
        Get-Write $sandbox | Should -BeNullOrEmpty
    }

    It 'is possible for every cmdlet that changes something in Sentry' {
        $verbs = 'Add', 'Approve', 'Deny', 'Disable', 'Enable', 'New', 'Remove', 'Send', 'Set'
        $changing = @(Get-Command -Module SentryAudit -Verb $verbs | Where-Object { $_.Noun -notin 'SentryInventory', 'SentrySession' })
        $changing.Count | Should -BeGreaterOrEqual 30
        $changing | Where-Object { -not $_.Parameters.ContainsKey('WhatIf') -or -not $_.Parameters.ContainsKey('Confirm') } | Should -BeNullOrEmpty
    }
}

Describe 'A script that nobody sits in front of' {
    BeforeEach { Clear-Request $sandbox }

    It 'is never asked with -Confirm:$false' {
        $printed = Invoke-Script "'$($plain[2])', '$($plain[3])' | Remove-SentryMember -Confirm:`$false; 'left: ' + @(Get-SentryMember | Where-Object Email -In '$($plain[2])', '$($plain[3])').Count"
        $printed | Should -Be 'left: 0'
        @(Get-Write $sandbox).method | Should -Be 'DELETE', 'DELETE'
    }

    It 'is asked a second question where people would lose access, but not with <With>' -ForEach @(
        @{ With = 'nothing'; Parameters = ''; IsDone = $false }
        @{ With = '-Confirm:$false'; Parameters = '-Confirm:$false'; IsDone = $true }
        @{ With = '-Force where nothing is asked before'; Parameters = '-Force'; IsDone = $true }
    ) {
        Set-SentryOrganization globex -Require2FA $false -Confirm:$false
        $printed = Invoke-Script "`$ConfirmPreference = 'None'; Set-SentryOrganization globex -Require2FA `$true $Parameters 3>`$null"
        "$printed" -like '*NonInteractive*' | Should -Be (-not $IsDone)
        (Get-SentryOrganization globex).Require2FA | Should -Be $IsDone
    }

    It 'gets an error instead of a question, and nothing is changed' {
        $printed = Invoke-Script "Remove-SentryMember '$($plain[4])'; 'went on'"
        "$printed" | Should -BeLike '*NonInteractive*'
        Get-Write $sandbox | Should -BeNullOrEmpty
        Get-SentryMember -Member $plain[4] | Should -HaveCount 1
    }

    It '<Line> is asked about <When>' -ForEach @(
        @{ Line = "Disable-SentryProjectKey -ProjectKey Default -Project search"; When = 'by default'; Preference = 'High'; IsDone = $false }
        @{ Line = "Disable-SentryAlertRule 'Alert 1: *'"; When = 'by default'; Preference = 'High'; IsDone = $false }
        @{ Line = "Set-SentryOrganization acme -Name Acme2"; When = 'by default'; Preference = 'High'; IsDone = $false }
        @{ Line = "Set-SentryTeam payments -Name Paying"; When = 'with $ConfirmPreference Medium'; Preference = 'Medium'; IsDone = $false }
        @{ Line = "Set-SentryTeam payments -Name Payers"; When = 'not by default'; Preference = 'High'; IsDone = $true }
        @{ Line = "Disable-SentryAlertRule 'Alert 1: *'"; When = 'not with $ConfirmPreference None'; Preference = 'None'; IsDone = $true }
    ) {
        $printed = Invoke-Script "`$ConfirmPreference = '$Preference'; $Line"
        "$printed" -like '*NonInteractive*' | Should -Be (-not $IsDone)
        @(Get-Write $sandbox).Count | Should -Be ($IsDone ? 1 : 0)
    }

    It 'can not change many objects with <With>' -ForEach @(
        @{ With = '-Confirm:$false'; Line = 'Get-SentryProjectKey | Disable-SentryProjectKey -Confirm:$false' }
        @{ With = '$ConfirmPreference'; Line = '$ConfirmPreference = "None"; Get-SentryProjectKey | Disable-SentryProjectKey' }
    ) {
        $printed = Invoke-Script "$Line -ErrorVariable failed -ErrorAction SilentlyContinue; `$failed.FullyQualifiedErrorId; `$failed.TargetObject; 'went on'"
        $printed | Should -Be 'SentryChangeTooWide,SentryAudit.Commands.ProjectKey.DisableSentryProjectKeyCommand', 'acme', 'went on'
        Get-Write $sandbox | Should -BeNullOrEmpty
    }

    It 'can not change many objects where questions reach nobody: <Where>' -ForEach @(
        @{ Where = 'a thread job'; Run = { param($Script) Start-ThreadJob -ScriptBlock ([scriptblock]::Create($Script)) | Receive-Job -Wait -AutoRemoveJob } }
        @{ Where = 'a job'; Run = { param($Script) Start-Job -ScriptBlock ([scriptblock]::Create($Script)) | Receive-Job -Wait -AutoRemoveJob } }
        @{ Where = 'redirected input'; Run = {
                param($Script)
                Set-Content $TestDrive/ended.ps1 $Script
                $null = New-Item $TestDrive/nothing -ItemType File -Force
                $command, $arguments = @(Get-PwshCommand) + '-NoProfile', '-File', "$TestDrive/ended.ps1"
                $process = Start-Process $command $arguments -RedirectStandardInput $TestDrive/nothing -RedirectStandardOutput $TestDrive/ended.log -PassThru -Wait
                $process.ExitCode | Should -Be 0
                Get-Content $TestDrive/ended.log
            } }
    ) {
        $script = @"
`$env:NO_PROXY = '127.0.0.1'
Import-Module '$ModulePath'
Connect-Sentry -Uri '$($sandbox.Url)' -Token (ConvertTo-SecureString '$($sandbox.Token)' -AsPlainText) -Organization acme
Get-SentryProjectKey | Disable-SentryProjectKey -Confirm:`$false -ErrorVariable failed -ErrorAction SilentlyContinue
`$failed.FullyQualifiedErrorId
"@
        @(& $Run $script)[-1] | Should -Be 'SentryChangeTooWide,SentryAudit.Commands.ProjectKey.DisableSentryProjectKeyCommand'
        Get-Write $sandbox | Should -BeNullOrEmpty
    }

    It 'sees the number first in a plan of many objects' {
        $printed = @(Invoke-Script 'Get-SentryProjectKey | Disable-SentryProjectKey -WhatIf 3>&1')
        $printed[0] | Should -Match 'This disables (\d+) of \1 active client keys of acme\.'
        $printed[1] | Should -BeLike 'What if: *'
        Get-Write $sandbox | Should -BeNullOrEmpty
    }

    It 'changes many objects with -Confirm:$false and -Force' {
        $printed = Invoke-Script 'Get-SentryProjectKey | Disable-SentryProjectKey -Confirm:$false -Force; "left: " + @(Get-SentryProjectKey | Where-Object IsActive).Count'
        $printed | Should -Be 'left: 0'
        @(Get-Write $sandbox).Count | Should -BeGreaterThan 3
    }

    It 'needs no -Confirm for what can be taken back' {
        $printed = Invoke-Script "Set-SentryTeam -Team payments -Name 'Payments and billing' -PassThru | ForEach-Object Name"
        $printed | Should -Be 'Payments and billing'
    }
}

Describe 'One that fails' {
    BeforeEach { Clear-Request $sandbox }

    It 'does not keep the others from being changed, and is the target of its error' {
        $me = (Get-SentryConnection).User
        $members = Get-SentryMember -Member $plain[5], $me, $plain[6]
        $members | Remove-SentryMember -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -HaveCount 1
        $failed[0].TargetObject.Email | Should -Be $me
        $failed[0].CategoryInfo.Category | Should -Be InvalidArgument
        $failed[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        (Get-SentryMember).Email | Should -Not -Contain $plain[5]
        (Get-SentryMember).Email | Should -Not -Contain $plain[6]
    }

    It 'of a list is named by its row' {
        Set-Content $TestDrive/typo.csv 'Email', 'nobody@acme.example', $plain[7]
        Import-Csv $TestDrive/typo.csv | Remove-SentryMember -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | ForEach-Object { $_.FullyQualifiedErrorId, $_.TargetObject } | Should -Be 'SentryObjectNotFound,SentryAudit.Commands.Member.RemoveSentryMemberCommand', 'nobody@acme.example'
        @(Get-Write $sandbox).method | Should -Be 'DELETE'
    }

    It 'ends the pipeline with -ErrorAction Stop, and what was done stays done' {
        Add-Fault $sandbox 'DELETE organizations/{org}/members/{member}/' 403 -Skip 1
        try { { $plain[8], $plain[9], $plain[10] | Remove-SentryMember -Confirm:$false -ErrorAction Stop } | Should -Throw -ExceptionType SentryAudit.SentryApiException }
        finally { Clear-Fault $sandbox }
        @(Get-Write $sandbox) | Should -HaveCount 2
        @((Get-SentryMember).Email | Where-Object { $_ -in $plain[8, 9, 10] }) | Should -HaveCount 2
    }

    It 'leaves all as it is when the list of what there is breaks off' {
        Add-Fault $sandbox 'organizations/{org}/members/' noLinkHeader
        try { $plain[11] | Remove-SentryMember -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed } finally { Clear-Fault $sandbox }
        "$failed" | Should -BeLike '*is incomplete*'
        Get-Write $sandbox | Should -BeNullOrEmpty
    }
}

Describe 'A list' {
    BeforeAll {
        New-SentryMember -Email one@acme.example, two@acme.example -NoEmail
        New-SentryMember -Email one@acme.example, two@acme.example -NoEmail -Organization globex
    }

    BeforeEach { Clear-Request $sandbox }

    It 'means the organization that is in the row, <Through>' -ForEach @(
        @{ Through = 'at once'; Code = { Import-Csv $TestDrive/both.csv | Remove-SentryMember -Confirm:$false } }
        @{ Through = 'looked up first'; Code = { Import-Csv $TestDrive/both.csv | Get-SentryMember | Remove-SentryMember -Confirm:$false } }
        @{ Through = 'by their status'; Code = { Import-Csv $TestDrive/both.csv | Get-SentryUserStatus | Remove-SentryMember -Confirm:$false } }
    ) {
        Set-Content $TestDrive/both.csv 'Email,Organization', 'one@acme.example,acme', 'two@acme.example,globex'
        & $Code
        @(Get-Write $sandbox) | Should -HaveCount 2
        (Get-SentryMember).Email | Should -Contain two@acme.example
        (Get-SentryMember -Organization globex).Email | Should -Contain one@acme.example
        $null = New-SentryMember -Email one@acme.example -NoEmail
        $null = New-SentryMember -Email two@acme.example -NoEmail -Organization globex
    }

    It 'means the kind of alert that is in the row' {
        $issue, $metric = Get-SentryAlertRule -Kind Issue, Metric | Group-Object Kind | ForEach-Object { $_.Group[0] }
        Set-SentryAlertRule $metric -Name $issue.Name
        $rows = [pscustomobject]@{ AlertRule = $issue.Name; Kind = 'Issue' }, [pscustomobject]@{ AlertRule = 'none*'; Kind = 'Metric' }
        ($rows | Disable-SentryAlertRule -PassThru -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed).Id | Should -Be $issue.Id
        $failed.FullyQualifiedErrorId | Should -BeLike 'SentryObjectNotFound,*'
    }

    It 'may have rows that are too short' {
        Set-Content $TestDrive/short.csv 'Slug,Name', 'short-1,One', 'short-2'
        (Import-Csv $TestDrive/short.csv | New-SentryTeam).Name | Should -Be 'One', 'short-2'
        Set-Content $TestDrive/short.csv 'Name,Team,Slug,Platform', 'Short one,short-1,shorter,go', 'Short two,short-2'
        $made = Import-Csv $TestDrive/short.csv | New-SentryProject
        $made.Slug | Should -Be 'shorter', 'short-two'
        Set-Content $TestDrive/short.csv 'Project,Label', 'shorter,One', 'short-two'
        Import-Csv $TestDrive/short.csv | New-SentryProjectKey | Should -HaveCount 2
    }

    It 'with other columns makes nothing for <Cmdlet>' -ForEach @(
        @{ Cmdlet = 'New-SentryTeam'; Option = @{} }
        @{ Cmdlet = 'New-SentryMember'; Option = @{} }
        @{ Cmdlet = 'New-SentryProject'; Option = @{ Team = 'payments' } }
    ) {
        [pscustomobject]@{ Title = 'Shop' } | & $Cmdlet @Option -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'SentryInputUnrelated,*'
        Get-Write $sandbox | Should -BeNullOrEmpty
    }
}

Describe 'What is returned' {
    It 'is nothing but what -PassThru asks for' {
        Set-SentryMember -Member $plain[12] -Role manager | Should -BeNullOrEmpty
        $changed = Set-SentryMember -Member $plain[12] -Role member -PassThru
        $changed | Should -BeOfType SentryAudit.SentryMember
        $changed.Role | Should -Be member
    }

    It 'is what was made, and can be piped on' {
        $made = New-SentryTeam -Slug crew
        $made | Should -BeOfType SentryAudit.SentryTeam
        Get-SentryMember -Member $plain[13] | Add-SentryTeamMember -Team $made
        (Get-SentryTeamMember -Team crew).Email | Should -Contain $plain[13]
        $made | Remove-SentryTeam -Confirm:$false
        (Get-SentryTeam).Slug | Should -Not -Contain crew
    }

    It 'shows a new key once, masked' {
        $key = New-SentryProjectKey -Project search -Label Nightly
        $key.PublicKey | Should -Match '^\*{8}\w{4}$'
        $key.Secret | Should -BeNullOrEmpty
        $key | Remove-SentryProjectKey -Confirm:$false
        (Get-SentryProjectKey -Project search).Label | Should -Not -Contain Nightly
    }
}

Describe 'A connection without a token' {
    It 'makes no plan with <Line>' -ForEach @(
        @{ Line = 'New-SentryTeam crew -WhatIf' }
        @{ Line = 'New-SentryMember new@acme.example -WhatIf' }
        @{ Line = 'Remove-SentryTeam payments -WhatIf' }
    ) {
        Write-SandboxInventory $sandbox $TestDrive/stored
        $offline = Connect-Sentry -Inventory $TestDrive/stored -Organization acme -PassThru
        Connect-Sandbox $sandbox -Option @{ Organization = 'acme' }
        Invoke-Expression "$Line -Connection `$offline -ErrorAction SilentlyContinue -ErrorVariable failed"
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'SentryApiRequired,*'
    }
}

Describe 'Completion' {
    It 'offers <Expected> for <Line>' -ForEach @(
        @{ Line = 'Remove-SentryTeam -Team pay'; Expected = 'payments' }
        @{ Line = 'Set-SentryMember -Member tara.ueda6@acme.example -Role man'; Expected = 'manager' }
        @{ Line = 'Set-SentryIssue -Status res'; Expected = 'resolved' }
        @{ Line = 'Disable-SentryProjectKey -Project sea'; Expected = 'search' }
        @{ Line = 'Set-SentryOrganization -Organization ac'; Expected = 'acme' }
        @{ Line = 'New-SentryProject -Name Shop -Team pay'; Expected = 'payments' }
        @{ Line = 'Set-SentryAlertRule -AlertRule 1 -Frequency 0:5 -Env'; Expected = '-Environment' }
    ) {
        (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText | Should -Contain $Expected
    }
}
