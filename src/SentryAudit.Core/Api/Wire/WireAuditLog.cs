using System.Text.Json;
using System.Text.Json.Serialization;

namespace SentryAudit.Api.Wire;

/// <summary>A page of the audit log, which is an object around its rows.</summary>
internal sealed class WireAuditLog : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => Rows is null ? "rows" : null;

    /// <summary>The items of the list: null for one that Sentry could not write.</summary>
    [JsonConverter(typeof(RowsConverter<WireAuditEntry>))]
    public WireAuditEntry?[]? Rows { get; set; }

    /// <summary>The names of all events there are.</summary>
    public string[]? Options { get; set; }

    internal sealed class WireAuditEntry : IKeyedAnswer
    {
        string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Id) ? "id" : null;

        public string? Id { get; set; }

        /// <summary>An account, or only a name for tokens and provisioning.</summary>
        public WireUser? Actor { get; set; }

        public string? Event { get; set; }

        public string? IpAddress { get; set; }

        public string? Note { get; set; }

        public string? TargetObject { get; set; }

        /// <summary>An account, the number of one that is gone, or null.</summary>
        public JsonElement? TargetUser { get; set; }

        public JsonElement? Data { get; set; }

        public DateTimeOffset? DateCreated { get; set; }
    }
}
