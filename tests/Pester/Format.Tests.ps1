Describe 'What a terminal shows' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath -Force
        $sandbox = Start-Sandbox
        Connect-Sandbox $sandbox -Option @{ Organization = 'acme' }
        $rendering = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = 'PlainText'
    }

    AfterAll {
        $PSStyle.OutputRendering = $rendering
        Disconnect-Sentry
        Stop-Sandbox $sandbox
    }

    Context '<_>' -ForEach @(
        'Get-SentryOrganization', 'Get-SentryMember', 'Get-SentryTeam', 'Get-SentryProject', 'Get-SentryRelease', 'Get-SentryAlertRule -Kind All',
        'Get-SentryProjectKey', 'Get-SentryProjectKey -ShowSecret', 'Get-SentryRepository', 'Get-SentryDeploy *', 'Get-SentryMonitor',
        'Get-SentryIntegration', 'Get-SentryCustomIntegration', 'Get-SentryInviteRequest', 'Get-SentryAuthProvider', 'Get-SentryUserStatus',
        'Get-SentryUserStatus -Summary', 'Get-SentryConnection', 'Get-SentryPermission', 'Get-SentryIssue', 'Get-SentryEvent -Project web-frontend',
        'Get-SentryEventEntry -Project web-frontend', 'Get-SentryUserFeedback', 'Get-SentryProjectUser -Project web-frontend',
        'Get-SentryTeamMember', 'Get-SentryRelationship', 'Get-SentryRole', 'Get-SentryAccess -Project web*', 'Get-SentryAuditLog'
    ) {
        BeforeAll {
            $objects = @(Invoke-Expression $_)
            # PowerShell 7 breaks lines nowhere within a view made of columns, unless one does not fit.
            $lines = ($objects | Out-String -Width 120) -split '\r?\n'
        }

        It 'is a table of at most six columns within 120' {
            $rule = @($lines -match '^-[- ]+$')[0]
            @($rule -split ' +' -ne '').Count | Should -BeIn 2, 3, 4, 5, 6
            ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 120
            @($lines -match '^(\s{3}Organization: .*|-[- ]+|\s*)$').Count + @($lines -match '^-[- ]+$').Count + $objects.Count | Should -Be $lines.Count
        }

        It 'lists every property' {
            $list = $objects[0] | Format-List | Out-String -Width 500
            foreach ($property in $objects[0].GetType().GetProperties().Name) { $list | Should -Match "(?m)^$property +:" }
        }

        It 'never lets control characters through' {
            foreach ($text in ($objects | Out-String -Width 120), ($objects | Format-List | Out-String -Width 500)) {
                $text -replace '\r?\n' | Should -Not -Match '[\p{Cc}\u202a-\u202e\u2066-\u2069]'
            }
        }
    }

    It 'lets no text of anybody command the terminal in <_>' -ForEach 'Format-Table', 'Format-List', 'Format-Wide', 'Format-Custom' {
        # A colour, the title of the window, a bidirectional override, and the one character that stands for escape and bracket.
        $evil = "a`e[38;5;123mb`e]0;owned`ac`u{202e}d`u{2066}e`u{9b}31mf`ng"
        $types = [SentryAudit.SentryTeam].Assembly.GetExportedTypes().Where{ Test-Path "$Repository/src/SentryAudit/Views/$($_.Name).Format.ps1xml" }
        $types.Count | Should -BeGreaterThan 30
        $PSStyle.OutputRendering = 'Ansi'
        try {
            foreach ($type in $types) {
                $object = [Runtime.CompilerServices.RuntimeHelpers]::GetUninitializedObject($type)
                foreach ($property in $type.GetProperties().Where{ $_.SetMethod }) {
                    if ($property.PropertyType -eq [string]) { $property.SetValue($object, $evil) }
                    if ($property.PropertyType -eq [SentryAudit.StringList]) { $property.SetValue($object, [SentryAudit.StringList]::new([string[]]$evil)) }
                }
                $text = $object | & $_ | Out-String -Width 500
                $text | Should -Not -Match '\e\[38;5;123m|\e\]|[\a\u009b\u202a-\u202e\u2066-\u2069]' -Because "$type in $_"
                $text -split '\r?\n' | Should -Not -Contain 'g' -Because "$type in $_ stays on its lines"
            }
        }
        finally {
            $PSStyle.OutputRendering = 'PlainText'
        }
    }

    It 'shows what is unknown as ?' {
        $invited = Get-SentryMember -Pending | Select-Object -First 1
        $invited.Has2FA | Should -Be $null
        $invited | Format-Table | Out-String -Width 120 | Should -Match ' \? '
        $invited | Format-List | Out-String | Should -Match 'Has2FA +: \?'
    }

    It 'puts each organization under a heading of its own' {
        $text = Get-SentryTeam -Organization acme, globex | Out-String -Width 120
        [regex]::Matches($text, 'Organization: (acme|globex)').Count | Should -Be 2
    }

    It 'adds no colour of its own where none is wanted' {
        $escape = [char]27
        Invoke-Pwsh "Import-Module '$ModulePath'; Get-SentryMember -Organization acme; Get-SentryTeam -Organization acme | Format-List" @{
            SENTRY_URL = "$($sandbox.Url)"; SENTRY_AUTH_TOKEN = $sandbox.Token
        } | Where-Object { $_.Contains($escape) } | Should -BeNullOrEmpty
    }
}
