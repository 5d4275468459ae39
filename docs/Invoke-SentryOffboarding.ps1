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
Import-Module SentryAudit
$leavers = @(Import-Csv $Path | Where-Object Email)
if (-not $leavers) { throw "$Path has no row with an Email." }

# Lists are read completely before anything is done: an error here ends the script.
$members = @(Get-SentryMember -Organization $Organization)
$requests = @(Get-SentryInviteRequest -Organization $Organization)
$rules = @(Get-SentryAlertRule -Organization $Organization -Kind All)

function Select-Leaver($Leaver) {
    begin { $organization = "$($Leaver.Organization)".Trim() }
    process { if ($_.Email -eq $Leaver.Email.Trim() -and (-not $organization -or $_.OrganizationSlug -eq $organization)) { $_ } }
}

# A person may be on the list twice.
$met = [Collections.Generic.HashSet[object]]::new()
$steps = @(foreach ($leaver in $leavers) {
    $own = @($members | Select-Leaver $leaver)
    $asked = @($requests | Select-Leaver $leaver)
    if (-not $own -and -not $asked) { @{ Email = $leaver.Email; Organization = $leaver.Organization; Action = 'Find'; Result = 'not found' } }
    foreach ($request in $asked | Where-Object { $met.Add($_) }) { @{ Email = $leaver.Email; Organization = $request.OrganizationSlug; Action = 'Deny the request for membership'; Cmdlet = 'Deny-SentryInviteRequest'; Object = $request } }
    foreach ($member in $own | Where-Object { $met.Add($_) }) {
        $owned = $rules | Where-Object { $member.UserId -and $_.OrganizationSlug -eq $member.OrganizationSlug -and $_.Owner -eq "user:$($member.UserId)" }
        foreach ($rule in $owned) { @{ Email = $leaver.Email; Organization = $rule.OrganizationSlug; Action = "Take the alert '$rule' from its owner"; Cmdlet = 'Set-SentryAlertRule'; Object = $rule; Option = @{ Owner = '' } } }
        $action = $member.Pending ? "Take back the invitation as $($member.Role)" : "Remove the $($member.Role)"
        @{ Email = $leaver.Email; Organization = $member.OrganizationSlug; Action = $action; Cmdlet = 'Remove-SentryMember'; Object = $member }
    }
})

# One step at a time, and each is recorded at once, so the record is right even if the script is interrupted.
$failures = 0
foreach ($step in $steps) {
    $result, $detail = $step.Result, ''
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
