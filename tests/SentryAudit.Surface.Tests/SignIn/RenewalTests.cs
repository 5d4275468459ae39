using SentryAudit.Commands.Connection;
using SentryAudit.Commands.Member;
using SentryAudit.Commands.Team;
using SentryAudit.Sandbox;
using SentryAudit.Surface.Tests.Support;

namespace SentryAudit.Surface.Tests.SignIn;

/// <summary>Sessions that outlive their tokens.</summary>
public sealed class RenewalTests : SignInTest
{
    private const string Members = "organizations/{org}/members/";

    [Fact]
    public void A_listing_survives_a_token_that_expires_in_its_middle()
    {
        foreach (var number in Enumerable.Range(0, 250))
        {
            Server
                .Estate.Organizations[0]
                .Members.Add(
                    new SandboxMember
                    {
                        Id = $"88{number}",
                        Email = $"more-{number}@acme.example",
                        Name = "More",
                    }
                );
        }

        SignInByDevice().ShouldSucceed();
        var pipeline = new RecordingPipeline();
        pipeline.OnWrite = _ =>
        {
            if (pipeline.Output.Count == 5)
            {
                ExpireAll();
            }
        };

        CmdletRunner.Run(new GetSentryMemberCommand { Organization = [new("acme")] }, pipeline).ShouldSucceed();

        Assert.Equal(256, pipeline.Of<SentryMember>().Select(member => member.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(1, Server.OAuth.Renewals);
        Assert.Contains("The session was renewed.", pipeline.VerboseLines);
    }

    [Fact]
    public void A_token_about_to_expire_is_renewed_before_it_is_refused()
    {
        Server.OAuth.TokenLifetime = TimeSpan.FromSeconds(1);
        SignInByBrowser().ShouldSucceed();
        Server.OAuth.TokenLifetime = TimeSpan.FromDays(30);
        var end = Current.ExpiresAt!.Value;
        var before = Server.OAuth.Renewals;
        SpinWait.SpinUntil(() => DateTimeOffset.UtcNow > end, TimeSpan.FromSeconds(10));
        Server.Requests.Clear();

        CmdletRunner.Run(new GetSentryTeamCommand { Organization = [new("acme")] }).ShouldSucceed();

        Assert.DoesNotContain(Server.Requests, request => request.Status == 401);
        Assert.Equal(before + 1, Server.OAuth.Renewals);
        Assert.True(Current.ExpiresAt > end);
    }

    [Fact]
    public void An_ended_session_says_how_to_connect_again()
    {
        SignInByDevice(null, "Persist").ShouldSucceed();
        var stored = File.ReadAllText(Directory.EnumerateFiles(Path.Combine(Home, "sessions"), "*.json").Single());
        RevokeAtSentry();

        var error = CmdletRunner.Run(new GetSentryTeamCommand { Organization = [new("acme")] }).TerminatingError();

        Assert.Equal(("SentrySessionEnded", SentryErrorCategory.AuthenticationError), (error.ErrorId, error.Category));
        Assert.Contains("Connect again", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(stored, File.ReadAllText(Directory.EnumerateFiles(Path.Combine(Home, "sessions"), "*.json").Single()));
        CmdletRunner.Run(new DisconnectSentryCommand());
        Assert.Equal("SentrySessionEnded", CmdletRunner.Run(new ConnectSentryCommand { Uri = Server.BaseUri }).TerminatingError().ErrorId);
        SignInByDevice(null, "Persist").ShouldSucceed();
        CmdletRunner.Run(new GetSentryTeamCommand { Organization = [new("acme")] }).ShouldSucceed();
    }

    [Fact]
    public async Task Two_sessions_of_one_store_renew_once_and_both_work()
    {
        SignInByDevice(null, "Persist").ShouldSucceed();
        CmdletRunner.Run(new ConnectSentryCommand { Uri = Server.BaseUri }).ShouldSucceed();
        var one = Current;
        CmdletRunner.Run(new ConnectSentryCommand { Uri = Server.BaseUri }).ShouldSucceed();
        var other = Current;
        Server.OAuth.TokenLatency = TimeSpan.FromMilliseconds(200);
        ExpireAll();

        var runs = await Task.WhenAll(
            new[] { one, other, one, other }.Select(connection =>
                Task.Run(() => CmdletRunner.Run(new GetSentryTeamCommand { Organization = [new("acme")], Connection = connection }))));

        Assert.All(runs, run => run.ShouldSucceed());
        Assert.Equal(1, Server.OAuth.Renewals);
    }

    [Fact]
    public void A_fixed_token_is_not_renewed()
    {
        Connect().ShouldSucceed();
        Server.ExpireToken(Server.Token);

        Assert.Equal(
            "SentryUnauthorized",
            CmdletRunner.Run(new GetSentryTeamCommand { Organization = [new("acme")] }).TerminatingError().ErrorId);
        Assert.Empty(Server.Requests.To("oauth/token/"));
    }

    // Using a refresh token twice is what a thief does: Sentry ends the whole session.
    private void RevokeAtSentry()
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        foreach (var refresh in Server.OAuth.Secrets.ToArray().Reverse().Take(1).SelectMany(secret => new[] { secret, secret }))
        {
            using var form = new FormUrlEncodedContent(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["client_id"] = SandboxOAuth.ClientId,
                    ["grant_type"] = "refresh_token",
                    ["refresh_token"] = refresh,
                }
            );
            client.PostAsync(new Uri(Server.BaseUri, "oauth/token/"), form).GetAwaiter().GetResult().Dispose();
        }
    }
}
