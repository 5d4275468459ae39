using SentryAudit.Api.Calls;
using SentryAudit.Http;
using SentryAudit.Inventory;
using SentryAudit.Requests;
using SentryAudit.SignIn;

namespace SentryAudit;

/// <summary>
/// A connection to a Sentry. It is safe to use from several threads and runspaces: within <c>ForEach-Object -Parallel</c>, pass it with
/// <c>-Connection $using:c</c>. It does not show its token.
/// </summary>
public sealed class SentryConnection
{
    internal SentryConnection(ISentryTransport transport, OrganizationDirectory directory) =>
        (Transport, Directory) = (transport, directory);

    /// <summary>Address of the Sentry.</summary>
    public required Uri BaseUri { get; init; }

    /// <summary>Slug of the organization that is used if a cmdlet gets none; null for all that the token sees.</summary>
    public string? Organization { get; init; }

    /// <summary>The kind of token.</summary>
    public SentryTokenKind TokenKind { get; init; }

    /// <summary>E-mail address of the token's owner; null if Sentry does not report it, for example for integrations.</summary>
    public string? User { get; init; }

    /// <summary>Scopes of the token; null if Sentry does not report them.</summary>
    public StringList? Scopes { get; init; }

    /// <summary>Slugs of the organizations that the token saw when it connected; null if it is not allowed to list them.</summary>
    public StringList? Organizations { get; init; }

    /// <summary>
    /// When the access token of a sign-in expires (UTC); it is renewed before that. Null for other tokens, for which Sentry does not report
    /// it.
    /// </summary>
    public DateTimeOffset? ExpiresAt => Renewing?.ExpiresAt;

    /// <summary>
    /// Where the token came from: a parameter, an environment variable, a file or a sign-in. Without a token, the inventory that is read.
    /// </summary>
    public required string Source { get; init; }

    /// <summary>The file or folder of the stored inventory that is read instead of Sentry; null if Sentry itself is asked.</summary>
    public string? Inventory => Stored?.Path;

    /// <summary>The time (UTC) as of which the inventory is read; null for its newest state, and if Sentry itself is asked.</summary>
    public DateTimeOffset? AsOf => Stored?.AsOf;

    /// <summary>The time that one attempt at a request may take.</summary>
    public TimeSpan Timeout { get; init; }

    /// <summary>How often a failed request is tried again.</summary>
    public int MaximumRetryCount { get; init; }

    /// <summary>When the connection was made (UTC).</summary>
    public DateTimeOffset ConnectedAt { get; init; }

    internal ISentryTransport Transport { get; }

    internal OrganizationDirectory Directory { get; }

    /// <summary>The inventories that are read instead of Sentry; null if Sentry itself is asked.</summary>
    internal StoredEstate? Stored { get; init; }

    /// <summary>
    /// The folder of inventories, for facts that Sentry itself does not report: when an object was first seen, and who was a member before.
    /// Null for none.
    /// </summary>
    internal string? InventoryRoot { get; init; }

    internal FirstSeenDates FirstSeen { get; } = new();

    /// <summary>The token of a sign-in; null for one that is not renewed.</summary>
    internal RenewingToken? Renewing { get; init; }

    /// <summary>What a client of the API needs of this connection.</summary>
    internal SentrySite Site => new(Transport, Directory, BaseUri, Organization, Organizations, Clock)
    {
        TokenKind = TokenKind,
        Scopes = Scopes,
    };

    internal CompletionCache Completions { get; } = new();

    /// <summary>The values of filters that this Sentry was asked for.</summary>
    internal KnownValueLists KnownValues { get; } = new();

    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The address, with the default organization if there is one.</summary>
    public override string ToString() => Organization is null ? BaseUri.ToString() : $"{Organization} at {BaseUri}";
}
