namespace SentryAudit.Benchmarks;

/// <summary>One way to read the member list to its end.</summary>
internal interface IListing
{
    string Name { get; }

    /// <returns>How many members came.</returns>
    Task<int> ReadAsync();
}
