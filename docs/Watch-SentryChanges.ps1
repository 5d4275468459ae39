<#
.SYNOPSIS
Syncs the inventory of Sentry organizations and reports what changed since the sync before. Made to be run by a scheduler.
.DESCRIPTION
The token comes from SENTRY_AUTH_TOKEN, the address from SENTRY_URL. Nothing is sent when nothing changed and all could be read.
Exit code: 0 when all was read, compared and sent, else 1.
#>
#Requires -Version 7.4
[CmdletBinding()]
param(
    # Organizations by slug, id or wildcard; all that the token sees if none is named.
    [string[]] $Organization = '*',

    # Folder of the inventories; SENTRY_INVENTORY or the default place if none is named.
    [string] $Path,

    # Gets the report as JSON: a text, and the changes one by one. Its address is a secret to many services, so it may be in the environment.
    [uri] $Webhook = $env:SENTRY_WATCH_WEBHOOK,

    # Sends the report in another way: called with a subject and a text.
    [scriptblock] $Send,

    [ValidateSet('Low', 'Medium', 'High')]
    [string] $MinimumSignificance = 'Medium',

    # Properties whose changes are not reported; wildcards are understood.
    [string[]] $IgnoreProperty = @('MemberCount')
)

$ErrorActionPreference = 'Stop'
$place = $Path ? @{ Path = $Path } : @{}
$changes = @()
$problems = @()
try {
    Import-Module SentryAudit

    # What can't be read whole is an error of the cmdlets; the rest is synced and compared all the same.
    $syncs = @(Sync-SentryInventory -Organization $Organization @place -PassThru -ErrorAction SilentlyContinue -ErrorVariable faults -WarningAction SilentlyContinue)
    $problems += $faults
    foreach ($sync in $syncs) {
        $changes += @(Compare-SentryInventory -Difference $sync -MinimumSignificance $MinimumSignificance -IgnoreProperty $IgnoreProperty -ErrorAction SilentlyContinue -ErrorVariable faults)

        # After the first sync there is nothing to compare with yet.
        $problems += $faults | Where-Object FullyQualifiedErrorId -NotLike 'InventoryReferenceMissing*'
    }
    if (-not $syncs -and -not $problems) { $problems += "No organization matches $Organization." }
}
catch {
    $problems += $_
}

# Names are chosen by Sentry's users; no control character of theirs reaches a log or a mail.
$lines = @(
    $changes | ForEach-Object { "[$($_.Significance)] $($_.OrganizationSlug): $_" }
    if ($problems) {
        'NOT COMPLETE: there may be more changes than these.'
        $problems | ForEach-Object { "- $_" } | Select-Object -Unique
    }
) -replace '\p{C}', ' '
if ($lines) {
    $subject = "Sentry: $($changes.Count) changes" + ($problems ? ', not complete' : '')
    $text = "$subject`n" + ($lines -join "`n")
    $text
    try {
        if ($Webhook) {
            $body = @{ text = $text; complete = -not $problems; changes = $changes } | ConvertTo-Json -Depth 3 -EnumsAsStrings
            $null = Invoke-RestMethod -Method Post -Uri $Webhook -ContentType 'application/json; charset=utf-8' -Body $body -MaximumRetryCount 2 -RetryIntervalSec 5
        }
        if ($Send) { $null = & $Send $subject $text }
    }
    catch {
        "NOT SENT: $_"
        $problems += $_
    }
}
exit ($problems ? 1 : 0)
