<#
.SYNOPSIS
Syncs the inventory of Sentry organizations and reports what changed since the sync before. Meant for a scheduler.
.DESCRIPTION
The token comes from SENTRY_AUTH_TOKEN, the address from SENTRY_URL. Nothing is sent when nothing changed and everything could be read.
Exit code: 0 when everything was read, compared and sent, else 1.
#>
#Requires -Version 7.4
[CmdletBinding()]
param(
    # Organizations by slug, id or wildcard; without it, all that the token sees.
    [string[]] $Organization = '*',

    # Folder of the inventories; without it, SENTRY_INVENTORY or the default place.
    [string] $Path,

    # Receives the report as JSON: a text, and the changes one by one.
    # For many services the address is a secret, so it can be in the environment.
    [uri] $Webhook = $env:SENTRY_WATCH_WEBHOOK,

    # Sends the report in another way: called with a subject and a text.
    [scriptblock] $Send,

    [ValidateSet('Low', 'Medium', 'High')]
    [string] $MinimumSignificance = 'Medium',

    # Properties whose changes are not reported; wildcards are allowed.
    [string[]] $IgnoreProperty = @('MemberCount')
)

$ErrorActionPreference = 'Stop'
$place = $Path ? @{ Path = $Path } : @{}
$changes = @()
$problems = @()
try {
    if (-not (Get-Module SentryAudit)) { Import-Module SentryAudit }

    # If something can't be read completely, the cmdlets report an error; everything else is still synced and compared.
    # What this version of Sentry does not have is a warning: there is nothing to mend.
    $syncs = @(Sync-SentryInventory -Organization $Organization @place -PassThru -ErrorAction SilentlyContinue -ErrorVariable faults -WarningAction SilentlyContinue)
    $problems += $faults
    foreach ($sync in $syncs) {
        $changes += @(Compare-SentryInventory -Difference $sync -MinimumSignificance $MinimumSignificance -IgnoreProperty $IgnoreProperty -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -ErrorVariable faults)

        # After the first sync there is nothing to compare with yet.
        $problems += $faults | Where-Object FullyQualifiedErrorId -NotLike 'InventoryReferenceMissing*'
    }
    if (-not $syncs -and -not $problems) { $problems += "No organization matches $Organization." }
}
catch {
    $problems += $_
}

# Sentry's users choose the names; no control character in them may reach a log or an e-mail.
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
