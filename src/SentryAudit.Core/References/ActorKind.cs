namespace SentryAudit.References;

/// <summary>What the text of an owner or assignee names.</summary>
internal enum ActorKind
{
    /// <summary>Nobody: an empty text or <c>none</c>.</summary>
    Nobody,

    /// <summary>A team by its id: <c>team:45</c>.</summary>
    TeamId,

    /// <summary>
    /// A team by its slug: <c>#web</c> or <c>team:web</c>. <c>#45</c> is one too; no slug is digits only, so the id is
    /// looked up then.
    /// </summary>
    Team,

    /// <summary>An account by its id: <c>user:280</c>.</summary>
    UserId,

    /// <summary>A member by the e-mail address: <c>ada@acme.example</c> or <c>user:ada@acme.example</c>.</summary>
    Address,
}
