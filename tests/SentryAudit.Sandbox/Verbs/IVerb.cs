namespace SentryAudit.Sandbox.Verbs;

/// <summary>Something the executable can do, named by its first argument.</summary>
internal interface IVerb
{
    string Name { get; }

    /// <summary>One line for the overview.</summary>
    string Summary { get; }

    /// <summary>Every option, for <c>--help</c>.</summary>
    string Usage { get; }

    /// <summary>Does it, and gives the exit code.</summary>
    /// <exception cref="ArgumentErrorException">The arguments make no sense.</exception>
    Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellationToken);
}
