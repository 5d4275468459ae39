using SentryAudit.Core.Tests.Support;

namespace SentryAudit.Core.Tests.Api.Calls;

/// <summary>Items that nobody can tell are left out, and the list says so at its end.</summary>
public sealed class UntoldItemTests
{
    private const string Members = "organizations/acme/members/";
    private const string ProjectList = "organizations/acme/projects/";
    private const string Keys = "organizations/acme/project-keys/";
    private const string Repositories = "organizations/acme/repos/";

    [Theory]
    [InlineData("null", "Sentry could not tell 1 of the members of acme.")]
    [InlineData("{}", "Sentry could not tell 1 of the members of acme: they came without 'id'.")]
    [InlineData("""{"id":null}""", "Sentry could not tell 1 of the members of acme: they came without 'id'.")]
    [InlineData("""{"id":""}""", "Sentry could not tell 1 of the members of acme: they came without 'id'.")]
    [InlineData("""{"id":true}""", "Sentry could not tell 1 of the members of acme: they came without 'id'.")]
    [InlineData("""{"id":"\ud83d"}""", "Sentry could not tell 1 of the members of acme: they came without 'id'.")]
    [InlineData("""null,{"id":[]},null""", "Sentry could not tell 3 of the members of acme: they came without 'id'.")]
    public async Task The_others_are_given_first(string items, string said)
    {
        var transport = new FakeTransport().On(Members, $$"""[{"id":"1"},{{items}}]""", """[{"id":"2"}]""");

        var (given, fault) = await ReadAsync(Estate.Api(transport).Members.ListAsync(Estate.Acme, [], teams: null, default));

        Assert.Equal(["1", "2"], given.Select(member => member.Id));
        var incomplete = Assert.IsType<IncompleteListingException>(fault);
        Assert.EndsWith($"2 items came in 2 pages. {said}", incomplete.Message, StringComparison.Ordinal);
        Assert.Equal("SentryInvalidResponse", Assert.IsType<SentryException>(incomplete.InnerException).ErrorId);
    }

    [Fact]
    public async Task What_is_looked_up_in_a_list_and_is_untold_there_is_unknown_and_no_more()
    {
        var transport = new FakeTransport()
            .On(Keys, """[{"public":"aa","projectId":3},{"public":"bb","projectId":4}]""")
            .On(ProjectList, """[{"id":"3","slug":"web"},null]""");

        var keys = await Estate.Api(transport).ProjectKeys.ListAsync(Estate.Acme, wanted: null, showSecret: false, default).ToListAsync();

        Assert.Equal(["web", null], keys.Select(key => key.ProjectSlug));
    }

    [Fact]
    public async Task A_list_of_several_parts_goes_on_with_the_next_part()
    {
        var transport = new FakeTransport().On(
            Repositories,
            request => [request.Value("status") == "active" ? """[null,{"id":"1","name":"a"}]""" : """[{"id":"2","name":"b"}]"""]);

        var (given, fault) = await ReadAsync(Estate.Api(transport).Repositories.ListAsync(Estate.Acme, default));

        Assert.Equal(["1", "2"], given.Select(repository => repository.Id));
        Assert.IsType<IncompleteListingException>(fault);
    }

    private static async Task<(List<T> Given, SentryException? Fault)> ReadAsync<T>(IAsyncEnumerable<T> list)
    {
        var given = new List<T>();
        try
        {
            await foreach (var item in list)
            {
                given.Add(item);
            }
        }
        catch (SentryException fault)
        {
            return (given, fault);
        }

        return (given, null);
    }
}
