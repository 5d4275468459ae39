using SentryAudit.Cmdlets;
using SentryAudit.Commands.Access;
using SentryAudit.Commands.AlertRule;
using SentryAudit.Commands.Integration;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.Monitor;
using SentryAudit.Commands.Organization;
using SentryAudit.Commands.Project;
using SentryAudit.Commands.ProjectKey;
using SentryAudit.Commands.Release;
using SentryAudit.Commands.Repository;
using SentryAudit.Commands.Role;
using SentryAudit.Commands.Team;
using SentryAudit.Commands.TeamMember;
using SentryAudit.Sandbox.Inventories;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.Offline;

/// <summary>What an inventory does not know it does not pretend to know.</summary>
public sealed class HonestyTests : OfflineTest
{
    private static readonly Dictionary<SentryEntityType, Func<SentryConnection, SentryCmdlet>> Listings = new()
    {
        [SentryEntityType.Organization] = c => new GetSentryOrganizationCommand { Connection = c, Organization = First },
        [SentryEntityType.Member] = c => new GetSentryMemberCommand { Connection = c, Organization = First },
        [SentryEntityType.Team] = c => new GetSentryTeamCommand { Connection = c, Organization = First },
        [SentryEntityType.TeamMember] = c => new GetSentryTeamMemberCommand { Connection = c, Organization = First },
        [SentryEntityType.Project] = c => new GetSentryProjectCommand { Connection = c, Organization = First },
        [SentryEntityType.Release] = c => new GetSentryReleaseCommand { Connection = c, Organization = First },
        [SentryEntityType.AlertRule] = c => new GetSentryAlertRuleCommand { Connection = c, Organization = First },
        [SentryEntityType.Monitor] = c => new GetSentryMonitorCommand { Connection = c, Organization = First },
        [SentryEntityType.ProjectKey] = c => new GetSentryProjectKeyCommand { Connection = c, Organization = First },
        [SentryEntityType.Repository] = c => new GetSentryRepositoryCommand { Connection = c, Organization = First },
        [SentryEntityType.Role] = c => new GetSentryRoleCommand { Connection = c, Organization = First },
        [SentryEntityType.Integration] = c => new GetSentryIntegrationCommand { Connection = c, Organization = First },
    };

    public static TheoryData<SentryEntityType> Kinds =>
        [.. Enum.GetValues<SentryEntityType>().Where(kind => kind is not SentryEntityType.Unknown)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_no_sync_has_read_is_an_error_and_no_empty_list(SentryEntityType kind)
    {
        await Live.WriteAsync(Root, alter: new() { Without = [kind] });

        var run = CmdletRunner.Run(Listings[kind](StoredInventory.Open(Root)));

        Assert.DoesNotContain(run.Output, item => item is not SentryOrganization { Slug: not "acme" });
        Assert.Equal("SentryNotInInventory", run.SingleError().ErrorId);
        Assert.Contains($"Sync-SentryInventory -Include {kind}", run.SingleError().RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_list_that_was_read_in_part_ends_with_the_reason(SentryEntityType kind)
    {
        await Live.WriteAsync(
            Root,
            alter: new() { Problems = new Dictionary<SentryEntityType, string> { [kind] = "Sentry failed (500)." } }
        );

        var run = CmdletRunner.Run(Listings[kind](StoredInventory.Open(Root)));

        // Without all roles none is right; it is the same with Sentry.
        Assert.Equal(kind is SentryEntityType.Role, run.Output.Count == 0);
        Assert.Equal("IncompleteInventory", run.SingleError().ErrorId);
        Assert.Contains("Sentry failed (500).", run.SingleError().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_may_be_among_what_is_missing_is_not_called_unknown()
    {
        await Live.WriteAsync(
            Root,
            alter: new() { Problems = new Dictionary<SentryEntityType, string> { [SentryEntityType.Member] = "x" } }
        );

        var run = CmdletRunner.Run(
            new GetSentryMemberCommand
            {
                Connection = StoredInventory.Open(Root),
                Organization = First,
                Member = [new("nobody@x")],
            }
        );

        Assert.Equal("IncompleteInventory", run.SingleError().ErrorId);
    }

    [Fact]
    public async Task Members_who_are_gone_are_not_listed()
    {
        var gone = Acme.Members[2].Email!;
        await Live.WriteAsync(
            Root,
            alter: new() { Absent = new Dictionary<string, (DateTimeOffset, DateTimeOffset?)> { [gone] = (Yesterday, Yesterday) } }
        );

        var run = CmdletRunner.Run(new GetSentryMemberCommand { Connection = StoredInventory.Open(Root), Organization = First });

        run.ShouldSucceed();
        Assert.Equal(Acme.Members.Count - 1, run.Output.Count);
        Assert.DoesNotContain(gone, run.Of<SentryMember>().Select(member => member.Email));
    }

    [Fact]
    public async Task A_damaged_section_is_an_error_after_what_could_be_read()
    {
        await Live.WriteAsync(Root);
        var connection = StoredInventory.Open(Store.CurrentPath);
        Damage(Store.CurrentPath);

        Assert.Equal(
            "InventoryDamaged",
            CmdletRunner.Run(new GetSentryRepositoryCommand { Connection = connection, Organization = First }).SingleError().ErrorId);
    }

    [Fact]
    public async Task Releases_older_than_those_that_were_read_cause_a_warning()
    {
        var since = new DateTimeOffset(2026, 8, 1, 0, 0, 0, TimeSpan.Zero);
        await Live.WriteAsync(Root, alter: new() { Since = since });
        var connection = StoredInventory.Open(Root);

        Assert.Contains("2026-08-01", Assert.Single(Run(since: null).Warnings), StringComparison.Ordinal);
        Assert.Single(Run(since.AddDays(-1)).Warnings);
        Assert.Empty(Run(since.AddDays(1)).Warnings);

        RecordingPipeline Run(DateTimeOffset? since) =>
            CmdletRunner.Run(
                new GetSentryReleaseCommand
                {
                    Connection = connection,
                    Organization = First,
                    Since = since,
                }
            );
    }

    [Fact]
    public async Task Filters_that_only_Sentry_knows_are_refused()
    {
        await Live.WriteAsync(Root);
        var connection = StoredInventory.Open(Root);

        Refused(
            new GetSentryReleaseCommand
            {
                Connection = connection,
                Organization = First,
                Query = "x",
            },
            "-Query");
        Refused(
            new GetSentryReleaseCommand
            {
                Connection = connection,
                Organization = First,
                Environment = ["production"],
            },
            "-Environment");
        Refused(new GetSentryProjectKeyCommand { Connection = connection, Organization = First }, "-ShowSecret", "ShowSecret");

        static void Refused(SentryCmdlet cmdlet, string parameter, params string[] switches)
        {
            var run = CmdletRunner.Run(cmdlet, switches);
            Assert.Empty(run.Output);
            Assert.Equal("SentryApiRequired", run.SingleError().ErrorId);
            Assert.StartsWith(parameter, run.SingleError().Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Team_members_that_the_inventory_does_not_list_are_an_error()
    {
        var gone = Acme.Teams.First(team => team.Memberships.Count > 0).Memberships[0].Member.Email!;
        await Live.WriteAsync(
            Root,
            alter: new() { Absent = new Dictionary<string, (DateTimeOffset, DateTimeOffset?)> { [gone] = (Yesterday, Yesterday) } }
        );

        var run = CmdletRunner.Run(
            new GetSentryMemberCommand
            {
                Connection = StoredInventory.Open(Root),
                Organization = First,
                Team = [new("*")],
            }
        );

        Assert.NotEmpty(run.Output);
        Assert.Equal("IncompleteInventory", run.SingleError().ErrorId);
    }

    [Fact]
    public async Task Access_is_all_or_nothing()
    {
        await Live.WriteAsync(
            Root,
            alter: new() { Problems = new Dictionary<SentryEntityType, string> { [SentryEntityType.TeamMember] = "x" } }
        );

        var run = CmdletRunner.Run(new GetSentryAccessCommand { Connection = StoredInventory.Open(Root), Organization = First });

        Assert.Empty(run.Output);
        Assert.Equal("IncompleteInventory", run.SingleError().ErrorId);
    }

    [Fact]
    public async Task A_verbose_line_says_from_which_file_a_listing_comes()
    {
        await Live.WriteAsync(Root);

        var run = CmdletRunner.Run(new GetSentryTeamCommand { Connection = StoredInventory.Open(Root), Organization = First });

        Assert.Contains(run.VerboseLines, line =>
            line.StartsWith("Team objects of acme as read ", StringComparison.Ordinal)
            && line.Contains(Store.CurrentPath, StringComparison.Ordinal));
    }
}
