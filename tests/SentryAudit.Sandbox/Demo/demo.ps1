# What the demonstration runs.
param(
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [string] $Csv
)

$ErrorActionPreference = 'Stop'
Import-Module $Module
"The module audits it in PowerShell $($PSVersionTable.PSVersion)."

function Show([scriptblock] $Command) {
    "`nPS> $("$Command".Trim())"
    & $Command | Out-String -Width 120 | ForEach-Object TrimEnd
}

# A token in a variable is for a demonstration only; see about_SentryAudit_Connections for better places.
$token = ConvertTo-SecureString $env:SENTRY_AUTH_TOKEN -AsPlainText -Force
$uri = $env:SENTRY_URL

Show { Connect-Sentry -Token $token -Uri $uri -Organization acme -PassThru }
Show { Get-SentryUserStatus }
Show { Get-SentryUserStatus -Summary }
Show { Get-SentryOrganization }
Show { Get-SentryMember -Without2FA }
Show { Get-SentryTeam }
Show { Get-SentryProject }
Show { Get-SentryRelease | Select-Object -First 5 }
Show { Get-SentryAlertRule -Kind All }
Show { Get-SentryUserStatus | Export-Csv $Csv }
Show { Get-Content $Csv -TotalCount 4 }
