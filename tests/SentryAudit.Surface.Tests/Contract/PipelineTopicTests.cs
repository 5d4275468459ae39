using SentryAudit.Input;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Contract;

/// <summary>The topic about pipelines says what the table of joins says.</summary>
public sealed class PipelineTopicTests
{
    private static readonly string Topic = File
        .ReadAllText(Repository.PathOf("en-US", "about_SentryAudit_Pipelines.help.txt"))
        .ReplaceLineEndings("\n");

    [Fact]
    public void The_table_of_the_topic_is_that_of_the_module() => Assert.Contains(JoinTable.Text, Topic, StringComparison.Ordinal);

    [Fact]
    public void The_topic_names_what_means_nothing_to_any_cmdlet() =>
        Offenders.None(Joins.WithoutJoins.Where(kind => !Topic.Contains(kind, StringComparison.Ordinal)));

    [Fact]
    public void Every_line_joins_a_kind_and_cmdlets_that_exist() =>
        Offenders.None(
            from line in Joins.All
            from cmdlet in line.Cmdlets
            let parameters = CmdletTypes.Names.Contains(cmdlet) ? CmdletTypes.Parameters(CmdletTypes.Of(cmdlet)) : []
            where parameters.All(parameter => parameter.Name != line.Parameter)
                || (line.Beside is { } beside && parameters.All(parameter => parameter.Name != beside.Parameter))
                || !line.Properties.All(property => PipedKinds.Has(line.Kind, property))
            select $"{line.Kind} | {cmdlet} -{line.Parameter}");

    [Fact]
    public void No_object_means_two_things_to_a_cmdlet() =>
        Offenders.None(
            from line in Joins.All
            where line.When is null
            from cmdlet in line.Cmdlets
            where Joins.Of(line.Kind, cmdlet).Count() > 1
            select $"{line.Kind} | {cmdlet}");

    [Fact]
    public void What_changes_or_removes_takes_only_its_own_kind() =>
        Offenders.None(
            from line in Joins.All
            from cmdlet in line.Cmdlets
            where cmdlet.StartsWith("Remove-", StringComparison.Ordinal) || cmdlet.StartsWith("Set-", StringComparison.Ordinal)
            where !IsOwn(line, cmdlet)
            select $"{line.Kind} | {cmdlet}");

    // A person is known as a member, by a status and in a comparison; a pair takes either side, and says the other.
    private static bool IsOwn(Join join, string cmdlet) =>
        join.Kind == $"Sentry{join.Parameter}"
        || (join.Parameter == "Member" && join.Kind is "SentryUserStatus" or "SentryMemberComparison")
        || (join.Beside is not null && cmdlet.EndsWith(join.Kind, StringComparison.Ordinal));
}
