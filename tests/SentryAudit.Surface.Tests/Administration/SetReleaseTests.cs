using System.Text;
using SentryAudit.Commands.Release;
using SentryAudit.Sandbox;
using SentryAudit.Sandbox.Faults.Kinds;
using SentryAudit.Surface.Tests.Support;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Administration;

/// <summary>Set-SentryRelease: finalized once, archived and restored, found under any version.</summary>
public sealed class SetReleaseTests : AdministrationTest
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 1, 12, 0, 0, TimeSpan.FromHours(2));

    private SandboxRelease Unreleased => Acme.Releases.First(release => release is { DateReleased: null, Status: "open" });

    private SandboxRelease Released => Acme.Releases.First(release => release is { DateReleased: not null, Status: "open" });

    private SandboxRelease Archived => Acme.Releases.First(release => release.Status is "archived");

    [Fact]
    public async Task A_finalized_release_is_released_now()
    {
        var release = Unreleased;
        var cmdlet = Set(release);
        cmdlet.Connection = await Server.ConnectAsync(clock: new ManualTimeProvider(Noon));

        var now = Assert.Single(Run(cmdlet, "Finalize", "PassThru").Of<SentryRelease>());

        Assert.Equal((Noon, Noon), (now.DateReleased, release.DateReleased));
        Assert.Equal("""{"dateReleased":"2026-09-01T10:00:00.000Z"}""", Assert.Single(Server.Requests.Writes()).Body);
    }

    [Fact]
    public void A_release_that_is_released_keeps_its_time()
    {
        var (release, time) = (Released, Released.DateReleased);

        var run = Run(Set(release), "Finalize");

        run.ShouldSucceed();
        Assert.Empty(run.Asked);
        Assert.Empty(Server.Requests.Writes());
        Run(Set(release), "Finalize", "Archive").ShouldSucceed();
        Assert.Equal(("archived", time), (release.Status, release.DateReleased));
        Assert.Equal("""{"status":"archived"}""", Assert.Single(Server.Requests.Writes()).Body);
    }

    [Fact]
    public void A_given_time_is_set_on_any_release()
    {
        var release = Released;
        var old = release.DateReleased!.Value.UtcDateTime;
        var cmdlet = Set(release);
        cmdlet.DateReleased = Noon;

        Assert.Equal(
            (
                $"{release.Version} in acme",
                FormattableString.Invariant($"Change the release date from {old:yyyy-MM-dd HH:mm:ss} UTC to 2026-09-01 10:00:00 UTC")),
            Assert.Single(Plan(cmdlet).Asked));
        cmdlet = Set(release);
        cmdlet.DateReleased = Noon;
        Run(cmdlet).ShouldSucceed();

        Assert.Equal(Noon, release.DateReleased);
    }

    [Fact]
    public void An_archived_release_is_restored()
    {
        var release = Archived;
        var before = (release.DateReleased, release.Ref, release.Url);

        Assert.Equal("Change the status from archived to open", Assert.Single(Plan(Set(release), "Restore").Asked).Action);
        Assert.Equal("open", Assert.Single(Run(Set(release), "Restore", "PassThru").Of<SentryRelease>()).Status);

        Assert.Equal(("open", before), (release.Status, (release.DateReleased, release.Ref, release.Url)));
    }

    [Theory]
    [InlineData("Archive", "archived")]
    [InlineData("Restore", "open")]
    public void What_is_already_as_wanted_is_not_sent(string what, string status)
    {
        var release = Acme.Releases.First(release => release.Status == status);

        var run = Run(Set(release), what, "PassThru");

        Assert.Equal(status, Assert.Single(run.Of<SentryRelease>()).Status);
        Assert.Empty(run.Asked);
        Assert.Empty(Server.Requests.Writes());
    }

    [Fact]
    public void A_pattern_finds_archived_releases_too()
    {
        var archived = Acme.Releases.Where(release => release.Status is "archived").ToArray();

        Run(new SetSentryReleaseCommand { Organization = InAcme, Release = [new("*")] }, "Restore").ShouldSucceed();

        Assert.Equal(archived.Length, Server.Requests.Writes().Length);
        Assert.All(archived, release => Assert.Equal("open", release.Status));
    }

    [Fact]
    public void Ref_and_URL_are_described()
    {
        var release = Unreleased;
        var cmdlet = Set(release);
        (cmdlet.Ref, cmdlet.Url) = ("v1.0", new Uri("https://git.example/v1.0"));

        var run = Run(cmdlet);

        Assert.Equal("Change the ref from none to v1.0, url from none to https://git.example/v1.0", Assert.Single(run.Asked).Action);
        Assert.Equal(("v1.0", "https://git.example/v1.0", null, "open"), (release.Ref, release.Url, release.DateReleased, release.Status));
    }

    [Theory]
    [InlineData("web@1.0+7", "web%401.0%2B7")]
    [InlineData("web 1.0#a?b", "web%201.0%23a%3Fb")]
    [InlineData("web[1]", "web%5B1%5D")]
    public void A_version_is_one_part_of_the_path(string version, string escaped)
    {
        var release = new SandboxRelease { Id = 1, Version = version };
        Acme.Releases.Add(release);

        Run(Set(release), "Archive").ShouldSucceed();

        Assert.EndsWith($"/releases/{escaped}/", Assert.Single(Server.Requests.Writes()).RawTarget, StringComparison.Ordinal);
        Assert.Equal("archived", release.Status);
    }

    [Fact]
    public void A_setting_that_Sentry_ignored_is_an_error()
    {
        Server.Faults.On(
            "PUT organizations/{org}/releases/{version}/",
            new AlteredAnswer(answer =>
                answer with
                {
                    Body = Encoding.UTF8.GetBytes(
                        Encoding.UTF8.GetString(answer.Body.Span).Replace("\"archived\"", "\"open\"", StringComparison.Ordinal)),
                }
            ));

        var error = Run(Set(Released), "Archive").SingleError();

        Assert.Equal("SentryChangeIncomplete", error.ErrorId);
        Assert.Contains("status from open to archived", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_without_any_change_is_refused() => Assert.Equal("NoSentryChange", Run(Set(Released)).TerminatingError().ErrorId);

    private static SetSentryReleaseCommand Set(SandboxRelease release) =>
        new()
        {
            Organization = InAcme,
            Release =
            [
                new(
                    new SentryRelease
                    {
                        Id = "",
                        Version = release.Version,
                        OrganizationSlug = "acme",
                    }
                ),
            ],
        };
}
