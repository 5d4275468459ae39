# Objects and arguments for Pipelines.Tests.ps1, which dot-sources this.

# Cmdlets whose pipeline input is no object of Sentry, with the kinds that they take all the same.
$OtherInput = @{
    'Compare-SentryMember'  = 'SentryMember', 'SentryTeamMember', 'SentryAccess', 'SentryUserStatus', 'SentryMemberComparison', 'SentryInviteRequest', 'SentryProjectUser', 'SentryUserFeedback'
    'Disconnect-Sentry'     = @('SentryConnection')
    'Get-SentryPermission'  = @()
    'Invoke-SentryApi'      = @()
    'Remove-SentrySession'  = @('SentrySession')
    'Test-SentryConnection' = @('SentryConnection')
}

# Cmdlets that no object but an organization may be piped into.
$OfWholeOrganizations = 'Export-SentryGraph', 'Get-SentryAuthProvider', 'Get-SentryRelationship', 'Get-SentrySubscription', 'New-SentryTeam', 'Set-SentryOrganization'

# Cmdlets that change, write or remove something of a whole organization.
$OfOrganizations = 'Export-SentryGraph', 'Set-SentryOrganization', 'Sync-SentryInventory', 'Compare-SentryInventory'

# Stored states are found without a connection, which is what tells the slug of an id.
$OfStoredStates = 'Get-SentryInventory', 'Compare-SentryInventory'

# Here the organization is the key itself, or is not named beside one.
$WithoutOrganization = 'Get-SentryOrganization', 'Remove-SentryInventory'

# What must be given beside the pipeline.
$Arguments = @{
    'Add-SentryProjectTeam'       = @{}
    'Add-SentryTeamMember'        = @{}
    'Approve-SentryInviteRequest' = @{}
    'Compare-SentryInventory'     = @{ Path = $env:SENTRY_INVENTORY }
    'Deny-SentryInviteRequest'    = @{}
    'Disable-SentryAlertRule'     = @{}
    'Disable-SentryProjectKey'    = @{}
    'Enable-SentryAlertRule'      = @{}
    'Enable-SentryProjectKey'     = @{}
    'Export-SentryGraph'          = @{ Path = "$TestDrive/graph.dot"; Format = 'Dot' }
    'Get-SentryEventCount'        = @{ DaysBack = 1; Interval = '1d' }
    'Get-SentryUsage'             = @{ DaysBack = 1 }
    'New-SentryDeploy'            = @{ Environment = 'production' }
    'New-SentryMember'            = @{}
    'New-SentryProject'           = @{}
    'New-SentryProjectKey'        = @{}
    'New-SentryTeam'              = @{}
    'Remove-SentryAlertRule'      = @{}
    'Remove-SentryInventory'      = @{ WholeHistory = $true }
    'Remove-SentryMember'         = @{}
    'Remove-SentryProject'        = @{}
    'Remove-SentryProjectKey'     = @{}
    'Remove-SentryProjectTeam'    = @{}
    'Remove-SentryTeam'           = @{}
    'Remove-SentryTeamMember'     = @{}
    'Send-SentryInvitation'       = @{}
    'Set-SentryAlertRule'         = @{ Name = 'Renamed' }
    'Set-SentryIssue'             = @{ Status = 'Ignored' }
    'Set-SentryMember'            = @{ Role = 'billing' }
    'Set-SentryOrganization'      = @{ Name = 'Renamed' }
    'Set-SentryProject'           = @{ Name = 'Renamed' }
    'Set-SentryProjectKey'        = @{ Label = 'Renamed' }
    'Set-SentryRelease'           = @{ Ref = 'renamed' }
    'Set-SentryTeam'              = @{ Name = 'Renamed' }
    'Set-SentryTeamMember'        = @{ Role = 'contributor' }
    'Sync-SentryInventory'        = @{ Path = $env:SENTRY_INVENTORY }
}

# What must be given beside what an object names.
$Complements = @{
    'Add-SentryProjectTeam Project'    = @{ Team = 'platform' }
    'Add-SentryProjectTeam Team'       = @{ Project = 'web-frontend' }
    'Add-SentryTeamMember Member'      = @{ Team = 'frontend' }
    'Add-SentryTeamMember Team'        = @{ Member = 'ada.ackerman@acme.example' }
    'New-SentryDeploy Project'         = @{ Release = 'web-frontend@0.3.0' }
    'New-SentryMember Team'            = @{ Email = 'made@acme.example' }
    'New-SentryProject Team'           = @{ Name = 'Made' }
    'Remove-SentryProjectTeam Project' = @{ Team = '*' }
    'Remove-SentryProjectTeam Team'    = @{ Project = '*' }
    'Remove-SentryTeamMember Member'   = @{ Team = '*' }
    'Remove-SentryTeamMember Team'     = @{ Member = '*' }
    'Set-SentryTeamMember Member'      = @{ Team = 'mobile' }
    'Set-SentryTeamMember Team'        = @{ Member = '*1@acme.example' }
}

function New-Model([string] $Kind, [hashtable] $Value) {
    $type = [SentryAudit.SentryTeam].Assembly.GetType("SentryAudit.$Kind")
    $model = [Runtime.CompilerServices.RuntimeHelpers]::GetUninitializedObject($type)
    foreach ($name in $Value.Keys) { $type.GetProperty($name).SetValue($model, $Value[$name]) }
    $model
}

function Get-PipelineSample {
    # One object of every kind, all of acme.
    $option = @{ Organization = 'acme'; WarningAction = 'SilentlyContinue' }
    1..2 | ForEach-Object { Sync-SentryInventory -Organization acme -Include Team, Project }
    $samples = @{}
    function Add-Sample($Object) { $samples[$Object.GetType().Name] = $Object }

    Get-SentryOrganization acme | ForEach-Object { Add-Sample $_ }
    Add-Sample (Get-SentryTeam mobile @option)
    $actors = (Get-SentryAuditLog @option).ActorEmail | Sort-Object -Unique
    $place = Get-SentryTeamMember -Team mobile @option | Where-Object { $_.Email -in $actors -and $_.Role -ne 'owner' } | Select-Object -First 1
    Add-Sample $place
    Add-Sample (Get-SentryMember $place.Email @option)
    Add-Sample (Get-SentryUserStatus $place.Email @option)
    Add-Sample ([pscustomobject]@{ Email = $place.Email } | Compare-SentryMember @option -Side Both)
    Add-Sample (Get-SentryAccess $place.Email @option -ExcludeOpenMembership | Select-Object -First 1)
    foreach ($noun in 'Role', 'InviteRequest', 'CustomIntegration', 'AuthProvider', 'Subscription') {
        Add-Sample (& "Get-Sentry$noun" @option | Select-Object -First 1)
    }
    Add-Sample (Get-SentryAuditLog $place.Email @option | Select-Object -First 1)
    Add-Sample (Get-SentryAlertRule @option | Where-Object { $_.ConnectedIds -and $_.ProjectSlugs } | Select-Object -First 1)
    Add-Sample (Get-SentryMonitor @option | Where-Object { $_.AlertRuleIds -and $_.ProjectSlug } | Select-Object -First 1)
    Add-Sample (Get-SentryRelease @option | Where-Object DeployCount | Select-Object -First 1)
    Add-Sample ($samples.SentryRelease | Get-SentryDeploy | Select-Object -First 1)
    Add-Sample (Get-SentryRepository @option | Where-Object IntegrationId | Select-Object -First 1)
    Add-Sample (Get-SentryIntegration $samples.SentryRepository.IntegrationId @option)
    Add-Sample (Get-SentryProject web-frontend @option)
    Add-Sample (Get-SentryProjectKey -Project web-frontend @option | Select-Object -First 1)
    Add-Sample (Get-SentryIssue -Project web-frontend -Status Unresolved @option | Select-Object -First 1)
    Add-Sample ($samples.SentryIssue | Get-SentryEvent | Select-Object -First 1)
    Add-Sample ($samples.SentryEvent | Get-SentryEventEntry | Select-Object -First 1)
    Add-Sample (Get-SentryUserFeedback @option | Where-Object { $_.IssueId -and $_.EventId } | Select-Object -First 1)
    Add-Sample (Get-SentryProjectUser web-frontend @option | Select-Object -First 1)
    Add-Sample (Get-SentryUsage web-frontend -DaysBack 1 @option | Select-Object -First 1)
    Add-Sample (Get-SentryUsage web-frontend -Feature @option | Select-Object -First 1)
    Add-Sample (Get-SentryEventCount web-frontend -DaysBack 1 -Interval 1d @option | Select-Object -First 1)
    Add-Sample (Get-SentryRelationship @option | Select-Object -First 1)
    Add-Sample (Get-SentryUserStatus -Summary @option)
    Add-Sample (Get-SentryInventory -Organization acme | Select-Object -First 1)
    Add-Sample (Get-SentryPermission Get-SentryTeam -Organization acme | Select-Object -First 1)
    Add-Sample (Get-SentryConnection)
    Add-Sample (New-Model SentryInventoryChange @{ Key = 'backend'; OrganizationSlug = 'acme' })
    Add-Sample (New-Model SentrySession @{ BaseUri = $sandbox.Url; Account = 'nobody@acme.example'; Path = '/nowhere' })
    $samples
}

function Get-Related([string] $Parameter, $Object) {
    # What an object belongs to, by a parameter that names it. Nothing means that this is not known, and fails the test.
    $kind = $Object.GetType().Name
    switch ($Parameter) {
        Organization { $Object.OrganizationSlug }
        Reference { $Samples.SentryInventory.Path }
        Actor { $Object.ActorId }
        Role { if ($kind -eq 'SentryMember') { $Object.Role } elseif ($Object.Kind -eq 'Organization') { $Object.Id } }
        Team {
            switch ($kind) {
                SentryTeam { $Object.Slug }
                SentryMember { (Get-SentryTeamMember -Organization acme | Where-Object MemberId -EQ $Object.Id).TeamSlug }
                default { $Object.TeamSlug; $Object.TeamSlugs }
            }
        }
        Project {
            switch ($kind) {
                SentryProject { $Object.Slug }
                SentryMember { (Get-SentryTeam -Organization acme (Get-Related Team $Object)).ProjectSlugs }
                default { $Object.ProjectSlug; $Object.ProjectSlugs }
            }
        }
        Member {
            switch ($kind) {
                SentryMember { $Object.Id }
                SentryTeam { (Get-SentryTeamMember -Organization acme -Team $Object.Slug).MemberId }
                SentryProject { (Get-SentryAccess -Organization acme -Project $Object.Slug).MemberId }
                default { $Object.MemberId }
            }
        }
        Release { if ($kind -eq 'SentryIssue') { (Get-SentryProject -Organization acme $Object.ProjectSlug).LatestRelease } else { $Object.ReleaseVersion; $Object.Version } }
        Event { $Object.EventId }
        default { if ($kind -eq "Sentry$Parameter") { $Object.Id; $Object.Slug } else { $Object."${Parameter}Id" } }
    }
}
