namespace SentryAudit.Cmdlets;

/// <summary>
/// The two ways in which a cmdlet that needs a key gets it: the command line names it, or objects of the pipeline do. PowerShell
/// asks for what is missing in the first, and leaves it to the cmdlet to say what is missing in the second.
/// </summary>
internal static class ParameterSets
{
    public const string Named = "Named";
    public const string Piped = "Piped";
}
