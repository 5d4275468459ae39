namespace SentryAudit.Requests;

/// <summary>What the values of a filter can be.</summary>
internal enum FilterValues
{
    /// <summary>Any text, time or number.</summary>
    Free,

    /// <summary>What the type or the parameter itself lists, so that PowerShell refuses other values.</summary>
    Fixed,

    /// <summary>Names of objects, which are looked up: a name that nothing has is an error of its own.</summary>
    Objects,

    /// <summary>Roles of the organization.</summary>
    OrganizationRole,

    /// <summary>Events that the audit log of this Sentry can have.</summary>
    AuditEvent,

    /// <summary>Environments of the organization, hidden ones included.</summary>
    Environment,

    /// <summary>Kinds of data that are counted.</summary>
    Category,

    /// <summary>Types of the entries of an event.</summary>
    EntryType,

    /// <summary>Cmdlets of this module.</summary>
    CmdletName,

    /// <summary>Properties that an inventory compares.</summary>
    PropertyName,
}
