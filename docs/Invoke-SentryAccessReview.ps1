<#
.SYNOPSIS
Reviews who has access to Sentry: writes a list to decide on, and applies the decisions. Keeps evidence of what was done.
.DESCRIPTION
If the file -Path does not exist, the list is written to it.
With decisions in the file the script plans, and with -Apply it carries them out.
Exit code: 0 when all decisions are planned or done, else 1.
#>
#Requires -Version 7.4
[CmdletBinding()]
param(
    # CSV file of the review.
    [Parameter(Mandatory)]
    [string] $Path,

    # CSV file that receives a line for every decision. Lines are appended to an existing file.
    [string] $Evidence,

    # Organizations by slug, id or wildcard; without it, all that the token sees.
    [string[]] $Organization = '*',

    # Carries out the decisions.
    [switch] $Apply
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module SentryAudit)) { Import-Module SentryAudit }

# Lists are read completely before anything is done: an error here ends the script.
$members = @(Get-SentryMember -Organization $Organization -IncludeTeams)
if (-not (Test-Path $Path)) {
    $members | Sort-Object OrganizationSlug, Email | ForEach-Object {
        [pscustomobject]@{
            Organization = $_.OrganizationSlug
            MemberId     = $_.Id
            Email        = $_.Email
            # People choose their names themselves; no spreadsheet may treat one as a formula.
            Name         = $_.Name -replace '\p{C}', ' ' -replace '^(?=[=+\-@])', "'"
            Role         = $_.Role
            Status       = $_.Status
            Has2FA       = $_.Has2FA
            LastActive   = $_.LastActive ? $_.LastActive.ToString('yyyy-MM-dd') : ''
            Teams        = $_.TeamSlugs -join ' '
            Decision     = ''
        }
    } | Export-Csv $Path
    "Write keep, remove or a role into the column Decision of $Path, then run this again with -Evidence."
    exit 0
}

if (-not $Evidence) { throw 'Name the file of the evidence with -Evidence.' }
$failures = 0
foreach ($row in Import-Csv $Path) {
    $there = @($members | Where-Object OrganizationSlug -EQ $row.Organization)
    $member = $there | Where-Object Id -EQ $row.MemberId
    $decision = "$($row.Decision)".Trim().ToLowerInvariant()
    $failure = $null
    $result = if (-not $decision) { 'undecided' }
    elseif ($decision -eq 'keep') { 'kept' }
    # Somebody can only be gone from an organization that was read. Spreadsheets may change ids, so the address is compared too.
    elseif (-not $there) { 'organization not read' }
    elseif (-not $member -and $row.Email -notin $there.Email) { 'gone already' }
    # The reviewer decided on the role in the list, so a member with another role since then needs a new decision.
    elseif ($member.Role -ne $row.Role -or $member.Email -ne $row.Email) { 'changed since the review' }
    else {
        $option = @{ WhatIf = -not $Apply; Confirm = $false; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failure' }
        try {
            if ($decision -eq 'remove') { $member | Remove-SentryMember @option } else { $member | Set-SentryMember -Role $decision @option }
        }
        catch { $failure = @($_) }
        $failure ? 'failed' : $Apply ? 'done' : 'planned'
    }
    if ($result -in 'failed', 'undecided', 'changed since the review', 'organization not read') { $failures++ }
    [pscustomobject]@{
        WhenUtc      = [datetime]::UtcNow.ToString('yyyy-MM-dd HH:mm:ss')
        By           = (Get-SentryConnection).User ?? $env:USER ?? $env:USERNAME
        Organization = $row.Organization
        Email        = $row.Email
        Role         = $row.Role
        Decision     = $row.Decision
        Result       = $result
        Detail       = (($failure | ForEach-Object { "$_ $($_.ErrorDetails.RecommendedAction)" }) -join ' ') -replace '\p{C}', ' '
    } | Export-Csv $Evidence -Append
}
"$failures not as decided"
exit ($failures ? 1 : 0)
