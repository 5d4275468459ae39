using SentryAudit.Api.Calls;
using SentryAudit.Http;
using SentryAudit.Inventory;
using SentryAudit.Requests;
using SentryAudit.SignIn;

namespace SentryAudit;

/// <summary>
/// A connection to a Sentry. Safe to use from several threads and runspaces: pass it as <c>-Connection $using:c</c>
/// to <c>ForEach-Object -Parallel</c>. It does not show its token.
/// </summary>
public sealed class SentryConnection
{
    internal SentryConnection(ISentryTransport transport, OrganizationDirectory directory) =>
        (Transport, Directory) = (transport, directory);

    /// <summary>Address of the Sentry.</summary>
    public required Uri BaseUri { get; init; }

    /// <summary>Slug of the organization used when a cmdlet gets none; null for all that the token sees.</summary>
    public string? Organization { get; init; }

    /// <summary>The kind of token.</summary>
    public SentryTokenKind TokenKind { get; init; }

    /// <summary>E-mail address of the token's owner; null where Sentry does not tell, as for integrations.</summary>
    public string? User { get; init; }

    /// <summary>Scopes of the token; null where Sentry does not tell.</summary>
    public StringList? Scopes { get; init; }

    /// <summary>Slugs of the organizations the token saw when it connected; null when it may not list them.</summary>
    public StringList? Organizations { get; init; }

    /// <summary>When the access token of a sign-in expires (UTC); it is renewed before that. Null for other tokens, of which Sentry does not tell.</summary>
    public DateTimeOffset? ExpiresAt => Renewing?.ExpiresAt;

    /// <summary>Where the token came from: a parameter, an environment variable, a file, a sign-in. Without a token, what is read instead.</summary>
    public required string Source { get; init; }

    /// <summary>The stored inventory that is read instead of Sentry, a file or folder; null when Sentry itself is asked.</summary>
    public string? Inventory => Stored?.Path;

    /// <summary>The time (UTC) as of which the inventory is read; null for its newest state, and when Sentry itself is asked.</summary>
    public DateTimeOffset? AsOf => Stored?.AsOf;

    /// <summary>Time one attempt at a request may take.</summary>
    public TimeSpan Timeout { get; init; }

    /// <summary>How often a failed request is tried again.</summary>
    public int MaximumRetryCount { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset ConnectedAt { get; init; }

    internal ISentryTransport Transport { get; }

    internal OrganizationDirectory Directory { get; }

    /// <summary>What is read instead of Sentry; null when Sentry itself is.</summary>
    internal StoredEstate? Stored { get; init; }

    /// <summary>The folder of inventories that tell what Sentry itself does not: when an object was first seen, who was there before; null for none.</summary>
    internal string? InventoryRoot { get; init; }

    internal FirstSeenDates FirstSeen { get; } = new();

    /// <summary>The token of a sign-in; null for one that is not renewed.</summary>
    internal RenewingToken? Renewing { get; init; }

    /// <summary>What a client of the API needs of this connection.</summary>
    internal SentrySite Site => new(Transport, Directory, BaseUri, Organization, Organizations, Clock);

    internal CompletionCache Completions { get; } = new();

    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The address, with the default organization where there is one.</summary>
    public override string ToString() => Organization is null ? BaseUri.ToString() : $"{Organization} at {BaseUri}";
}
