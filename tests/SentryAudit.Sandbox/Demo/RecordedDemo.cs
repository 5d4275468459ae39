using System.Security;
using SentryAudit.Cmdlets;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Commands.Connection;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.Organization;
using SentryAudit.Commands.Project;
using SentryAudit.Commands.Release;
using SentryAudit.Commands.Team;
using SentryAudit.Commands.UserStatus;
using SentryAudit.Sandbox.Recording;

namespace SentryAudit.Sandbox.Demo;

/// <summary>Runs the demonstration without PowerShell: the same cmdlet classes, their output shown by the same views.</summary>
internal sealed class RecordedDemo(SandboxServer server, string csv, TextWriter output)
{
    public async Task<int> RunAsync()
    {
        var connect = new ConnectSentryCommand { Token = Secure(server.Token), Uri = server.BaseUri, Organization = "acme" };
        var failures = await ShowAsync("Connect-Sentry -Token $token -Uri $uri -Organization acme -PassThru", connect, "PassThru");
        failures += await ShowAsync("Get-SentryUserStatus", new GetSentryUserStatusCommand());
        failures += await ShowAsync("Get-SentryUserStatus -Summary", new GetSentryUserStatusCommand(), "Summary");
        failures += await ShowAsync("Get-SentryOrganization", new GetSentryOrganizationCommand());
        failures += await ShowAsync("Get-SentryMember -Without2FA", new GetSentryMemberCommand(), "Without2FA");
        failures += await ShowAsync("Get-SentryTeam", new GetSentryTeamCommand());
        failures += await ShowAsync("Get-SentryProject", new GetSentryProjectCommand());
        failures += await ShowAsync("Get-SentryRelease", new GetSentryReleaseCommand());
        failures += await ShowAsync("Get-SentryAlertRule -Kind All", new GetSentryAlertRuleCommand { Kind = SentryAlertRuleKind.All });

        await output.WriteLineAsync("\n> Get-SentryUserStatus | Export-Csv $csv");
        await CsvFile.WriteAsync(csv, CmdletRunner.Run(new GetSentryUserStatusCommand()).Output);
        await output.WriteLineAsync("\n> Get-Content $csv -TotalCount 4");
        foreach (var line in File.ReadLines(csv).Take(4))
        {
            await output.WriteLineAsync(line);
        }

        return failures;
    }

    private async Task<int> ShowAsync(string command, SentryCmdlet cmdlet, params string[] switches)
    {
        await output.WriteLineAsync($"\n> {command}");
        var pipeline = CmdletRunner.Run(cmdlet, switches);
        await ViewTable.WriteAsync(output, pipeline.Output);
        var errors = pipeline.Errors.Concat(pipeline.Terminated is { } end ? [end] : []).Select(error => error.Exception.Message).ToArray();
        foreach (var error in errors)
        {
            await output.WriteLineAsync($"error: {error}");
        }

        return errors.Length;
    }

    private static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (var character in text)
        {
            secure.AppendChar(character);
        }

        return secure;
    }
}
