using SentryAudit.Tests;

namespace SentryAudit.Architecture.Tests;

/// <summary>The rooms of docs/architecture.md: a folder uses its own types and those of the folders before it.</summary>
public sealed class RoomTests
{
    [Fact]
    public void Every_file_stands_in_a_room() => Offenders.None(
        from project in House.Projects
        from file in project.Files
        where project.RoomOf(file) is null
        select House.Shown(file));

    [Fact]
    public void Every_file_is_understood_so_that_all_its_uses_are_seen() => Offenders.None(
        from project in House.Projects
        from error in project.Errors
        select error.ToString());

    [Fact]
    public void A_room_uses_only_the_rooms_before_it() => Offenders.None(
        from project in House.Projects
        from use in project.Uses
        where project.Owns(use.Used) && OrderOf(project, use.User) < OrderOf(project, use.Used)
        select Offence(use));

    [Fact]
    public void The_transport_knows_only_common_things_and_the_contract_of_Core() => Offenders.None(
        from use in House.Transport.Uses
        where House.Core.Owns(use.Used) && House.Core.RoomOf(use.Used) is not ("Common" or "Http")
        select Offence(use));

    [Fact]
    public void The_cmdlets_of_a_noun_know_nothing_of_those_of_another() => Offenders.None(
        from use in House.Cmdlets.Uses
        where IsCommand(use.User) && IsCommand(use.Used) && Path.GetDirectoryName(use.User) != Path.GetDirectoryName(use.Used)
        select Offence(use));

    [Fact]
    public void There_are_uses_to_look_at() =>
        Assert.All(House.Projects, project => Assert.True(project.Uses.Count(use => use.User != use.Used) > 100));

    private static int OrderOf(SourceProject project, string file) => project.Rooms.ToList().IndexOf(project.RoomOf(file)!);

    private static bool IsCommand(string file) => House.Cmdlets.Owns(file) && House.Cmdlets.RoomOf(file) is "Commands";

    private static string Offence(TypeUse use) => $"{House.Shown(use.User)} uses {use.Type} of {House.Shown(use.Used)}";
}
