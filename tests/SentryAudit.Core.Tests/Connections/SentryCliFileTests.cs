using SentryAudit.Connections;

namespace SentryAudit.Core.Tests.Connections;

public sealed class SentryCliFileTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("sentryclirc").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("[auth]\ntoken=abc\n[defaults]\nurl=https://x\norg=acme", "abc", "https://x", "acme")]
    [InlineData("  [ auth ]  \r\n  token  =  abc  \r\n\r\n[defaults]\r\n org = acme", "abc", null, "acme")]
    [InlineData("# token=no\n; token=no\n[auth]\n# token=no\ntoken=abc\n;token=no", "abc", null, null)]
    [InlineData("[auth]\ntoken=\"abc\"\n[defaults]\norg='acme'", "abc", null, "acme")]
    [InlineData("[AUTH]\nToken=abc\n[Defaults]\nURL=https://x", "abc", "https://x", null)]
    [InlineData("[auth]\ntoken=a=b==", "a=b==", null, null)]
    [InlineData("[auth]\ntoken=one\ntoken=two", "two", null, null)]
    [InlineData("token=loose\n[defaults]\ntoken=astray\n[auth]\norg=astray", null, null, null)]
    [InlineData("[auth]\n=abc\ntoken\n[defaults", null, null, null)]
    [InlineData("", null, null, null)]
    public void The_settings_of_Sentrys_own_tool_are_read(string text, string? token, string? url, string? organization) =>
        Assert.Equal(new SentryCliFile("p", token, url, organization), SentryCliFile.Parse("p", text.Split('\n')));

    [Fact]
    public void The_nearest_file_upward_is_taken()
    {
        var outer = Write("a", "[auth]\ntoken=outer");
        var inner = Write(Path.Combine("a", "b", "c"), "[auth]\ntoken=inner");
        Directory.CreateDirectory(Path.Combine(_root, "a", "b", "c", "d", "e"));

        Assert.Equal((inner, "inner"), Found(SentryCliFile.FindNear(Path.Combine(_root, "a", "b", "c", "d", "e"))));
        Assert.Equal((inner, "inner"), Found(SentryCliFile.FindNear(Path.Combine(_root, "a", "b", "c"))));
        Assert.Equal((outer, "outer"), Found(SentryCliFile.FindNear(Path.Combine(_root, "a", "b"))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_folder_there_is_no_file(string? folder)
    {
        Assert.Null(SentryCliFile.FindNear(folder));
        Assert.Null(SentryCliFile.FindHome(folder));
    }

    [Fact]
    public void The_home_folder_is_not_searched_upward()
    {
        Write("", "[auth]\ntoken=above");
        Directory.CreateDirectory(Path.Combine(_root, "home"));

        Assert.Null(SentryCliFile.FindHome(Path.Combine(_root, "home")));
        Assert.Equal("above", SentryCliFile.FindHome(_root)!.Token);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_an_error_not_an_absence()
    {
        var path = Write("", "[auth]\ntoken=abc");
        using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var fault = Assert.Throws<SentryException>(() => SentryCliFile.FindHome(_root));

        Assert.Equal(("UnreadableSettings", SentryErrorCategory.InvalidData), (fault.ErrorId, fault.Category));
        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
    }

    private static (string?, string?) Found(SentryCliFile? file) => (file?.Path, file?.Token);

    private string Write(string folder, string text)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_root, folder)).FullName, SentryCliFile.Name);
        File.WriteAllText(path, text);
        return path;
    }
}
