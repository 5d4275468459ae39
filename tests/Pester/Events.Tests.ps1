Describe 'Issues, events and what is in them' {
    BeforeAll {
        . $PSScriptRoot/Sandbox.ps1
        Import-Module $ModulePath -Force
        $sandbox = Start-Sandbox @('--members', '40')
        Connect-Sandbox $sandbox -Option @{ Organization = 'acme' }
        $issue = Get-SentryIssue WEB-FRONTEND-1
    }

    AfterAll {
        Disconnect-Sentry
        Stop-Sandbox $sandbox
    }

    Context 'Pipelines' {
        It 'project → issue → event' {
            $issues = Get-SentryProject web-frontend | Get-SentryIssue
            $issues.ProjectSlug | Select-Object -Unique | Should -Be 'web-frontend'
            $events = $issues | Get-SentryEvent
            $events | Should -Not -BeNullOrEmpty
            $events.IssueId | Where-Object { $_ -notin $issues.Id } | Should -BeNullOrEmpty
        }

        It 'project → event, entry' {
            (Get-SentryProject web-frontend | Get-SentryEvent).ProjectSlug | Select-Object -Unique | Should -Be 'web-frontend'
            (Get-SentryProject web-frontend | Get-SentryEventEntry).ProjectSlug | Select-Object -Unique | Should -Be 'web-frontend'
        }

        It 'issue → event, entry, itself' {
            ($issue | Get-SentryEvent).IssueId | Select-Object -Unique | Should -Be $issue.Id
            ($issue | Get-SentryEventEntry).IssueId | Select-Object -Unique | Should -Be $issue.Id
            ($issue | Get-SentryIssue).Id | Should -Be $issue.Id
            $issue.ShortId, $issue.Id | Get-SentryIssue | Should -HaveCount 1
        }

        It 'event → entry, issue' {
            $event1 = $issue | Get-SentryEvent | Select-Object -First 1
            ($event1 | Get-SentryEventEntry).Type | Should -Be exception, breadcrumbs, request
            ($event1.EventId | Get-SentryEventEntry).Type | Should -Be exception, breadcrumbs, request
            ($event1 | Get-SentryIssue).Id | Should -Be $issue.Id
        }

        It 'rows of a CSV file mean what they were' {
            $events = $issue | Get-SentryEvent
            $events | ConvertTo-Csv | ConvertFrom-Csv | Get-SentryEventEntry | Should -HaveCount 9
            $issue | ConvertTo-Csv | ConvertFrom-Csv | Get-SentryEventEntry | Should -HaveCount 9
            $issue | ConvertTo-Csv | ConvertFrom-Csv | Get-SentryEvent | Should -HaveCount $events.Count
        }

        It 'feedback → issue; project → feedback, user' {
            (Get-SentryUserFeedback | Where-Object Source -EQ Widget | Get-SentryIssue).Category | Select-Object -Unique | Should -Be feedback
            (Get-SentryProject web-frontend | Get-SentryUserFeedback).ProjectSlug | Select-Object -Unique | Should -Be 'web-frontend'
            (Get-SentryProject web-frontend | Get-SentryProjectUser).ProjectSlug | Select-Object -Unique | Should -Be 'web-frontend'
        }

        It 'nothing → <_> is nothing' -ForEach 'Issue', 'Event', 'EventEntry', 'UserFeedback', 'ProjectUser' {
            @() | & "Get-Sentry$_" | Should -BeNullOrEmpty
        }
    }

    Context 'Data' {
        It 'is objects, arrays, texts and whole numbers' {
            $data = (Get-SentryEventEntry -Issue WEB-FRONTEND-1 -Type exception | Select-Object -First 1).Data
            $data.values[0].type | Should -Be ValueError
            $data.values[0].stacktrace.frames[1].lineNo | Should -BeOfType long
            $data.values[0].mechanism.handled | Should -BeFalse
            $data.values[1].value | Should -Be $null
        }

        It 'keeps names that PowerShell has no word for' {
            $data = (Get-SentryEventEntry -Project gateway -Type hologram | Select-Object -First 1).Data
            $data['']['']  | Should -Be 'nothing here has a name'
            $data.depth | Should -Be 3.5
            $data['layers'][2]['Depth'], $data['layers'][2]['depth'] | Should -Be 1, 2
            { $data | ConvertTo-Json -Depth 9 } | Should -Not -Throw
        }

        It 'is a list where Sentry sends a list, and nothing where it sends nothing' {
            $spans = Get-SentryEventEntry -Project internal-tools -Type spans | Select-Object -First 1
            $spans.Data[0].op | Should -Be db
            (Get-SentryEventEntry -Project gateway -Type template | Select-Object -First 1).Data | Should -Be $null
        }

        It 'reads as one line of JSON in CSV' {
            $row = Get-SentryEventEntry -Issue WEB-FRONTEND-1 -Type request | Select-Object -First 1 | ConvertTo-Csv | ConvertFrom-Csv
            $row.Data | Should -Not -Match '\n'
            ($row.Data | ConvertFrom-Json -AsHashtable).data[''] | Should -Be 'a field without a name'
        }
    }

    It 'completes issues, statuses and types' {
        (TabExpansion2 'Get-SentryIssue WEB-').CompletionMatches.CompletionText | Should -Contain 'WEB-FRONTEND-1'
        (TabExpansion2 'Get-SentryIssue -Status Un').CompletionMatches.CompletionText | Should -Contain 'Unresolved'
        (TabExpansion2 'Get-SentryEventEntry -Type exc').CompletionMatches.CompletionText | Should -Be 'exception'
    }
}
