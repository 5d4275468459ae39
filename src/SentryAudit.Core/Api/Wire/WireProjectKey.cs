namespace SentryAudit.Api.Wire;

/// <summary>A client key. Its secret halves (<c>secret</c>, <c>dsn.secret</c>) are not read at all.</summary>
internal sealed class WireProjectKey : IKeyedAnswer
{
    string? IKeyedAnswer.MissingKey => string.IsNullOrEmpty(Public ?? Id) ? "public" : null;

    /// <summary>The public key, which is the id as well.</summary>
    public string? Id { get; set; }

    public string? Public { get; set; }

    public string? Label { get; set; }

    public string? Name { get; set; }

    /// <summary>A number here, where other objects have text.</summary>
    public string? ProjectId { get; set; }

    public bool? IsActive { get; set; }

    public WireRateLimit? RateLimit { get; set; }

    public WireDsn? Dsn { get; set; }

    public DateTimeOffset? DateCreated { get; set; }

    internal sealed class WireRateLimit
    {
        /// <summary>Seconds.</summary>
        public int? Window { get; set; }

        public int? Count { get; set; }
    }

    internal sealed class WireDsn
    {
        public string? Public { get; set; }
    }
}
