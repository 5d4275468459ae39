using System.Runtime.Versioning;
using SentryAudit.Common.Text;
using SentryAudit.SignIn;

namespace SentryAudit.Core.Tests.SignIn;

/// <summary>Sessions kept in files: whole, for their owner's eyes only, and never a token in the open.</summary>
public sealed class SessionStoreTests : IDisposable
{
    private readonly SessionFolder _folder = new();
    private readonly OAuthSite _site = new();

    private SignedIn Session => _site.SignedIn() with { ClientSecret = new SecretText("app-secret") };

    [Fact]
    public void A_session_is_read_as_it_was_kept()
    {
        _folder.Keep(Session);

        var listed = Assert.Single(_folder.Store.List());
        var opened = _folder.Store.Open(listed).SignedIn;

        Assert.Equal(
            (Session.BaseUri, "ann@acme.example", "client-1", SentrySessionProtection.Vault, "my vault"),
            (listed.BaseUri, listed.Account, listed.ClientId, listed.Protection, listed.Vault));
        Assert.Equal((Session.Tokens.ExpiresAt, Session.Tokens.IssuedAt), (listed.ExpiresAt, listed.SavedAt));
        Assert.Equal("ann@acme.example at https://sentry.io/", listed.ToString());
        Assert.Equal(
            ("access-1", "refresh-1", "app-secret"),
            (opened.Tokens.Access.Reveal(), opened.Tokens.Refresh!.Reveal(), opened.ClientSecret!.Reveal()));
        Assert.Equal((Session.Tokens.IssuedAt, Session.Tokens.ExpiresAt), (opened.Tokens.IssuedAt, opened.Tokens.ExpiresAt));
        Assert.Equal(["org:read"], opened.Scopes);
    }

    [Fact]
    public void Nothing_secret_stands_beside_what_is_protected()
    {
        var path = _folder.Keep(Session).Kept!.Path;

        var text = File.ReadAllText(path);

        Assert.All(["access-1", "refresh-1", "app-secret"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.Equal([path], Directory.EnumerateFiles(_folder.Store.Folder));
    }

    [Fact]
    public void There_is_one_session_for_each_Sentry_and_account()
    {
        _folder.Keep(Session);
        _folder.Keep(Session with { Tokens = _site.Pair("2") });
        _folder.Keep(Session with { Account = "ANN@acme.example" });
        _folder.Keep(Session with { Account = "bob@acme.example" });
        _folder.Keep(Session with { BaseUri = new Uri("https://sentry.example.com:9000/prefix/") });
        _folder.Keep(Session with { BaseUri = new Uri("https://[::1]:9000/") });

        Assert.Equal(4, _folder.Store.List().Count);
        Assert.All(_folder.Store.Paths(), path => Assert.Matches(@"^[a-z0-9._-]+\.session\.json$", Path.GetFileName(path)));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("a/b\\c:d\u001b[2J")]
    public void An_account_never_names_a_path(string account) =>
        Assert.Equal(_folder.Store.Folder, Path.GetDirectoryName(_folder.Keep(Session with { Account = account }).Kept!.Path));

    [Fact]
    public void What_cannot_be_protected_is_not_written_and_what_was_there_stays()
    {
        var kept = _folder.Keep(Session).Kept!;
        _folder.OnProtect = () =>
            throw new SentryException("SecretVaultFailed", SentryErrorCategory.ResourceUnavailable, "It is locked.", "Unlock it.");

        Assert.Equal("SecretVaultFailed", Assert.Throws<SentryException>(() => kept.Keep(_site.Pair("2"))).ErrorId);
        Assert.Equal("access-1", kept.Reload()!.Access.Reveal());
    }

    [Fact]
    public async Task A_removed_session_is_gone_from_file_and_vault()
    {
        var kept = _folder.Keep(Session).Kept!;

        await _folder.Store.RemoveAsync(_folder.Store.List().Single(), _site.Clock, default);

        Assert.Null(kept.Reload());
        Assert.Empty(Directory.EnumerateFiles(_folder.Store.Folder));
        Assert.StartsWith("SentryAudit-sentry.io-", Assert.Single(_folder.Forgotten), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_and_a_removal_wait_for_a_renewal_that_is_on_its_way()
    {
        var kept = _folder.Keep(Session).Kept!;
        var renewal = await kept.LockAsync(_site.Clock, default);

        var removing = _folder.Store.RemoveAsync(_folder.Store.List().Single(), _site.Clock, default);
        var saving = _folder.Store.SaveAsync(Session with { Account = "ANN@acme.example" }, _folder, _site.Clock, default);
        kept.Keep(_site.Pair("2"));
        Assert.False(removing.IsCompleted || saving.IsCompleted);
        await renewal.DisposeAsync();
        while (!removing.IsCompleted || !saving.IsCompleted)
        {
            // A moment of real time for each step: on a busy machine the lock's limit would else be over before its holder ran.
            await Task.WhenAny(Task.WhenAll(removing, saving), Task.Delay(2));
            _site.Clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        await removing;
        await saving;
        Assert.NotEqual("access-2", kept.Reload()?.Access.Reveal());
    }

    [Fact]
    public async Task A_lock_that_cannot_be_made_is_not_waited_for()
    {
        File.WriteAllText(_folder.Store.Folder, "in the way");

        var fault = await Assert.ThrowsAsync<SentryException>(() =>
            _folder.Store.SaveAsync(Session, _folder, _site.Clock, default).WaitAsync(TimeSpan.FromSeconds(10)));

        Assert.Equal("SentrySessionLocked", fault.ErrorId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"version":2,"baseUri":"https://x","account":"a","clientId":"c"}""")]
    [InlineData("""{"version":1,"baseUri":"not an address","account":"a","clientId":"c"}""")]
    [InlineData("""{"version":1,"baseUri":"https://x","account":null,"clientId":"c"}""")]
    public void A_file_that_is_no_session_is_an_error_that_names_it(string content)
    {
        var path = _folder.Keep(Session).Kept!.Path;
        File.WriteAllText(path, content);

        var fault = Assert.Throws<SentryException>(_folder.Store.List);

        Assert.Equal(("SentrySessionUnusable", SentryErrorCategory.InvalidData), (fault.ErrorId, fault.Category));
        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bm90IGpzb24=")]
    [InlineData("e30=")]
    public void Invalid_tokens_are_an_error_too(string secret)
    {
        var path = _folder.Keep(Session).Kept!.Path;
        File.WriteAllText(
            path,
            System.Text.RegularExpressions.Regex.Replace(
                File.ReadAllText(path),
                "\"secret\": \"[^\"]*\"",
                $"\"secret\": \"{secret}\"",
                default,
                TimeSpan.FromSeconds(1)));

        Assert.Equal(
            "SentrySessionUnusable",
            Assert.Throws<SentryException>(() => _folder.Store.Open(_folder.Store.List().Single())).ErrorId);
    }

    [Fact]
    public void An_unknown_protection_is_unknown()
    {
        var path = _folder.Keep(Session).Kept!.Path;
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"Vault\"", "\"Keyring2\"", StringComparison.Ordinal));

        Assert.Equal(SentrySessionProtection.Unknown, _folder.Store.List().Single().Protection);
    }

    [Fact]
    public void No_folder_is_no_session() => Assert.Empty(_folder.Store.List());

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Files_and_folder_are_their_owners_only()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var path = _folder.Keep(Session).Kept!.Path;

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.Store.Folder));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var fault = Assert.Throws<SentryException>(_folder.Store.List);
        Assert.Equal(("SentrySessionExposed", SentryErrorCategory.SecurityError), (fault.ErrorId, fault.Category));
    }

    public void Dispose() => _folder.Dispose();
}
