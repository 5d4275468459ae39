<#
.SYNOPSIS
Removes people who left from Sentry: memberships, invitations, requests for membership, ownership of alerts.
Keeps evidence of what was done.
.DESCRIPTION
Without -Apply it only plans: nothing is changed, and the evidence file says what would be done.
Exit code: 0 when every step that was found is planned or done, else 1.
#>
#Requires -Version 7.4
[CmdletBinding()]
param(
    # CSV file with a column Email. A column Organization limits a row to that organization.
    [Parameter(Mandatory)]
    [string] $Path,

    # CSV file that receives a line for every step. Lines are appended to an existing file.
    [Parameter(Mandatory)]
    [string] $Evidence,

    # Organizations by slug, id or wildcard; without it, all that the token sees.
    [string[]] $Organization = '*',

    # Carries out the steps.
    [switch] $Apply
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module SentryAudit)) { Import-Module SentryAudit }
$leavers = @(Import-Csv $Path | Where-Object Email)
if (-not $leavers) { throw "$Path has no row with an Email." }

# The lists of an organization are read completely before anything is done there. One that can't be read does not stop the others.
$members, $requests, $rules, $read, $steps = @(), @(), @(), @(), @()
foreach ($slug in (Get-SentryOrganization -Organization $Organization).Slug) {
    try {
        $lists = @(Get-SentryMember -Organization $slug), @(Get-SentryInviteRequest -Organization $slug), @(Get-SentryAlertRule -Organization $slug -Kind All)
        $members += $lists[0]
        $requests += $lists[1]
        $rules += $lists[2]
        $read += $slug
    }
    catch { $steps += @{ Organization = $slug; Action = 'Read the lists'; Result = 'failed'; Detail = "$_ $($_.ErrorDetails.RecommendedAction)" } }
}

function Select-Leaver($Leaver) {
    begin { $organization = "$($Leaver.Organization)".Trim() }
    process { if ($_.Email -eq $Leaver.Email.Trim() -and (-not $organization -or $_.OrganizationSlug -eq $organization)) { $_ } }
}

# A deactivated account is in no list, and its membership stays with its teams. Earlier syncs, the audit log and the owners of
# alerts may know its id. They are read only where somebody is not found otherwise.
$known, $unread = @{}, [Collections.Generic.List[string]]::new()
function Get-KnownPerson($Slug) {
    if (-not $known.ContainsKey($Slug)) {
        $known[$Slug] = @(
            try {
                Get-SentryUserStatus -Organization $Slug | ForEach-Object { @{ Email = $_.Email; UserId = $_.UserId; MemberId = $_.MemberId } }
            }
            catch { $unread.Add("earlier syncs of $Slug") }
            try {
                foreach ($entry in Get-SentryAuditLog -Organization $Slug -Event 'member.*') {
                    $invited = "$($entry.Data -like 'email=*')" -replace '^email='
                    @{ Email = $entry.TargetUserEmail ?? $invited; UserId = $entry.TargetUserId; MemberId = $entry.TargetObjectId }
                }
            }
            catch { $unread.Add("the audit log of $Slug") }
            $listed = @($members | Where-Object OrganizationSlug -EQ $Slug).UserId
            $owners = $rules | Where-Object { $_.OrganizationSlug -eq $Slug -and $_.Owner -match '^user:\d+$' } | ForEach-Object { $_.Owner -replace '^user:' }
            foreach ($id in $owners | Sort-Object -Unique | Where-Object { $_ -notin $listed }) {
                try { @{ Email = (Invoke-SentryApi "organizations/$Slug/users/$id/").email; UserId = $id } }
                catch { $unread.Add("account $id, an owner of alerts of $Slug") }
            }
        )
    }
    $known[$Slug]
}

# The memberships of a person whom no list has, and the accounts of whom only the ownership of alerts is left.
function Find-Unlisted($Leaver) {
    $email, $only = $Leaver.Email.Trim(), "$($Leaver.Organization)".Trim()
    foreach ($slug in $read | Where-Object { -not $only -or $_ -eq $only }) {
        $people = @(Get-KnownPerson $slug)
        $accounts = @($people | Where-Object { $_.Email -eq $email } | ForEach-Object { $_.UserId } | Where-Object { $_ } | Sort-Object -Unique)
        $ids = $people | Where-Object { $_.Email -eq $email -or $_.UserId -in $accounts } | ForEach-Object { $_.MemberId } | Where-Object { $_ } | Sort-Object -Unique
        $found = @(foreach ($id in $ids) { Get-SentryMember -Member $id -Organization $slug -ErrorAction SilentlyContinue | Where-Object Email -EQ $email })
        $found
        foreach ($id in $accounts | Where-Object { $_ -notin $found.UserId }) { [pscustomobject]@{ UserId = $id; OrganizationSlug = $slug } }
    }
}

# A person may be on the list twice.
$met = [Collections.Generic.HashSet[string]]::new()
$steps += @(foreach ($leaver in $leavers) {
    $own = @($members | Select-Leaver $leaver)
    $asked = @($requests | Select-Leaver $leaver)
    if (-not $own -and -not $asked) {
        $own = @(Find-Unlisted $leaver)
        if (-not ($own | Where-Object Id)) {
            $detail = 'In no list of members, invitations and requests. A deactivated account is in no list either, and no earlier sync, audit log entry or owner of an alert gave the id of a membership.'
            $missing = @($steps.Organization) + $unread | Where-Object { $_ }
            if ($missing) { $detail += " Not read: $($missing -join ', ')." }
            @{ Email = $leaver.Email; Organization = $leaver.Organization; Action = 'Find'; Result = 'not found'; Detail = $detail }
        }
    }
    foreach ($request in $asked | Where-Object { $met.Add("request $($_.OrganizationSlug) $($_.Id)") }) { @{ Email = $leaver.Email; Organization = $request.OrganizationSlug; Action = 'Deny the request for membership'; Cmdlet = 'Deny-SentryInviteRequest'; Object = $request } }
    foreach ($member in $own | Where-Object { $met.Add("member $($_.OrganizationSlug) $($_.Id) $($_.UserId)") }) {
        $owned = $rules | Where-Object { $member.UserId -and $_.OrganizationSlug -eq $member.OrganizationSlug -and $_.Owner -eq "user:$($member.UserId)" }
        foreach ($rule in $owned) { @{ Email = $leaver.Email; Organization = $rule.OrganizationSlug; Action = "Take the alert '$rule' from its owner"; Cmdlet = 'Set-SentryAlertRule'; Object = $rule; Option = @{ Owner = '' } } }
        if (-not $member.Id) { continue }
        $action = $member.Pending ? "Take back the invitation as $($member.Role)" : "Remove the $($member.Role)$($member.IsActive -eq $false ? ', whose account is deactivated' : '')"
        @{ Email = $leaver.Email; Organization = $member.OrganizationSlug; Action = $action; Cmdlet = 'Remove-SentryMember'; Object = $member }
    }
})

# One step at a time, and each is recorded at once, so the record is right even if the script is interrupted.
$failures = 0
foreach ($step in $steps) {
    $result, $detail = $step.Result, "$($step.Detail)"
    if ($step.Cmdlet) {
        $option = $step.Option ?? @{}
        $failure = $null
        try { $step.Object | & $step.Cmdlet @option -WhatIf:(-not $Apply) -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failure }
        catch { $failure = @($_) }
        $result = $failure ? 'failed' : $Apply ? 'done' : 'planned'
        $detail = ($failure | ForEach-Object { "$_ $($_.ErrorDetails.RecommendedAction)" }) -join ' '
    }
    if ($result -eq 'failed') { $failures++ }
    [pscustomobject]@{
        WhenUtc      = [datetime]::UtcNow.ToString('yyyy-MM-dd HH:mm:ss')
        By           = (Get-SentryConnection).User ?? $env:USER ?? $env:USERNAME
        Organization = $step.Organization
        Email        = $step.Email
        Action       = $step.Action -replace '\p{C}', ' '
        Result       = $result
        Detail       = $detail -replace '\p{C}', ' '
    } | Export-Csv $Evidence -Append
}
"$($steps.Count) steps, $failures failed"
exit ($failures ? 1 : 0)
