Describe 'Access' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath -Force
        $sandbox = Start-Sandbox
        Connect-Sandbox $sandbox -Option @{ Organization = 'acme' }
    }

    AfterAll {
        Disconnect-Sentry
        Stop-Sandbox $sandbox
    }

    It 'team → team member → member' {
        $rows = Get-SentryTeam backend | Get-SentryTeamMember
        $rows.Count | Should -Be (Get-SentryTeam backend).MemberCount
        ($rows | Get-SentryMember).Id | Sort-Object | Should -Be ($rows.MemberId | Sort-Object)
        ($rows | Get-SentryTeamMember).MemberId | Should -Be $rows.MemberId
    }

    It 'roles find themselves, members find theirs' {
        $roles = Get-SentryRole
        @($roles | Get-SentryRole -ErrorAction Stop).Count | Should -Be $roles.Count
        @($roles | ConvertTo-Csv | ConvertFrom-Csv | Get-SentryRole -ErrorAction Stop).Count | Should -Be $roles.Count
        (Get-SentryMember -Role owner | Get-SentryRole).Id | Should -Be owner
    }

    It 'project → access, member → access, access → project' {
        $rows = Get-SentryProject web-frontend | Get-SentryAccess -WarningAction SilentlyContinue -ErrorAction SilentlyContinue
        $rows.ProjectSlug | Select-Object -Unique | Should -Be web-frontend
        $own = Get-SentryMember ada.ackerman@acme.example | Get-SentryAccess
        ($own | Get-SentryProject).Slug | Sort-Object | Should -Be ($own.ProjectSlug | Sort-Object)
        $own[0].Grant | Should -Be GlobalRole
    }

    It 'member → audit log, within a window' {
        $entries = Get-SentryMember ada.ackerman@acme.example | Get-SentryAuditLog -StartDate 2026-01-01 -EndDate 2026-09-01
        $entries.ActorEmail | Select-Object -Unique | Should -Be ada.ackerman@acme.example
        (TabExpansion2 'Get-SentryAuditLog -Event member.inv').CompletionMatches.CompletionText | Should -Contain member.invite
    }
}

Describe 'Invoke-SentryApi' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath -Force
        $sandbox = Start-Sandbox
        Connect-Sandbox $sandbox -Option @{ Organization = 'acme' }
    }

    AfterAll {
        Disconnect-Sentry
        Stop-Sandbox $sandbox
    }

    It 'writes items as objects with the properties as Sentry has them' {
        $members = Invoke-SentryApi organizations/acme/members/ -Paginate
        $members.Count | Should -Be (Get-SentryMember).Count
        $members[0].PSObject.Properties.Name | Should -Contain orgRole
        $members[0].flags.'sso:linked' | Should -BeOfType bool
        $members[0].dateCreated | Should -BeOfType string
    }

    It 'keeps keys that no object can have, and every digit' {
        $module = (Get-Command Get-SentryTeam).ImplementingType.Assembly
        $json = [Text.Json.JsonDocument]::Parse('{"a":{"":1,"b":2,"B":3},"n":9007199254740993,"big":12345678901234567890123,"list":[{"x":null}]}').RootElement
        $from = $module.GetType('SentryAudit.Json.JsonObjects').GetMethod('From', [type[]]@([Text.Json.JsonElement]))
        $value = $from.Invoke($null, @($json))
        $value.a[''], $value.a['b'], $value.a['B'] | Should -Be 1, 2, 3
        $value.n | Should -Be 9007199254740993
        "$($value.big)" | Should -Be '12345678901234567890123'
        $value.list[0].x | Should -Be $null
        $body = $module.GetType('SentryAudit.Commands.Api.JsonText').GetMethod('From').Invoke($null, @(, $value))
        $body | Should -Be '{"a":{"":1,"b":2,"B":3},"n":9007199254740993,"big":12345678901234567890123,"list":[{"x":null}]}'
    }

    It 'sends nothing with -WhatIf' {
        Clear-Request $sandbox
        Invoke-SentryApi projects/acme/search/ -Method DELETE -WhatIf
        Get-Request $sandbox | Where-Object method -EQ DELETE | Should -BeNullOrEmpty
    }

    It 'asks before it deletes, unless told not to' {
        Invoke-SentryApi projects/acme/search/ -Method DELETE -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable refused
        @(Get-Request $sandbox | Where-Object method -EQ DELETE).Count | Should -Be 1
        $refused | Should -BeNullOrEmpty
    }

    It 'sends the token nowhere else' {
        { Invoke-SentryApi https://evil.example/api/0/organizations/ -ErrorAction Stop } | Should -Throw -ErrorId 'SentryUntrustedHost,*'
    }
}
