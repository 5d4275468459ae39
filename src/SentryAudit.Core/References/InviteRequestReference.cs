namespace SentryAudit;

/// <summary>Names an invite request by e-mail address or id.</summary>
public sealed class InviteRequestReference : EntityReference
{
    /// <summary>Names it by text; wildcards may match several.</summary>
    public InviteRequestReference(string value)
        : base(value)
    {
    }

    /// <summary>Names the one this object is.</summary>
    public InviteRequestReference(SentryInviteRequest request)
        : base(request.Id, request.OrganizationSlug)
    {
    }

    internal override string Kind => "invite request";

    // An object names one request, and not another one whose name happens to be that id.
    internal bool Matches(SentryInviteRequest request) =>
        IsIn(request.OrganizationSlug) && (Organization is null ? MatchesAny(request.Id, request.Email) : MatchesAny(request.Id));
}
