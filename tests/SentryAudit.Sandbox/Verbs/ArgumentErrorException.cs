namespace SentryAudit.Sandbox.Verbs;

/// <summary>The command line was not understood. The message is for the person who typed it.</summary>
internal sealed class ArgumentErrorException(string message) : Exception(message);
