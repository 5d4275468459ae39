using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text.RegularExpressions;

namespace SentryAudit.Surface.Tests.Support;

/// <summary>Keeps questions, and what <c>-WhatIf</c> says instead of asking them.</summary>
internal sealed partial class RecordingHostInterface : PSHostUserInterface
{
    public RecordingPipeline Pipeline { get; set; } = new();

    public override PSHostRawUserInterface? RawUI => null;

    public override int PromptForChoice(
        string caption,
        string message,
        Collection<ChoiceDescription> choices,
        int defaultChoice)
    {
        // Only ShouldProcess offers an answer for all that follows.
        var isFirst = choices.Any(choice => choice.Label == "Yes to &All");
        if (!isFirst && !Pipeline.CanAsk)
        {
            throw new HostException("Nobody is there to answer.");
        }

        Pipeline.Asked.Add(isFirst ? QuestionOf(message)!.Value : (message, caption));
        if (isFirst)
        {
            Pipeline.OnAsk?.Invoke();
        }

        var isYes = isFirst ? Pipeline.Consent : Pipeline.SecondThought ?? Pipeline.Consent;
        return choices.IndexOf(choices.Single(choice => choice.Label == (isYes ? "&Yes" : "&No")));
    }

    public override void WriteLine(string value)
    {
        if (QuestionOf(value) is { } question)
        {
            Pipeline.Asked.Add(question);
        }
    }

    public override void Write(string value)
    {
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
    {
    }

    public override void WriteDebugLine(string message)
    {
    }

    public override void WriteErrorLine(string value)
    {
    }

    public override void WriteVerboseLine(string message)
    {
    }

    public override void WriteWarningLine(string message)
    {
    }

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    public override Dictionary<string, PSObject> Prompt(
        string caption,
        string message,
        Collection<FieldDescription> descriptions
    ) => throw new NotSupportedException($"A mandatory parameter is missing: {descriptions[0].Name}");

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw new NotSupportedException();

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options
    ) => throw new NotSupportedException();

    public override string ReadLine() => throw new NotSupportedException();

    public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();

    private static (string Target, string Action)? QuestionOf(string message) =>
        Performing().Match(message) is { Success: true } match ? (match.Groups["target"].Value, match.Groups["action"].Value) : null;

    [GeneratedRegex(
        """Performing the operation "(?<action>.*)" on target "(?<target>.*)"\.$""",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Performing();
}
