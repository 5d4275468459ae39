using SentryAudit.Core.Tests.Support;
using SentryAudit.References;

namespace SentryAudit.Core.Tests.References;

public sealed class KeySelectionTests
{
    private readonly KeySelection<ProjectReference, SentryProject> _keys = new(static (key, project) => key.Matches(project));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Without_keys_everything_matches(bool asEmptyList)
    {
        Assert.Empty(_keys.Add(asEmptyList ? [] : null));

        Assert.True(_keys.Matches(Estate.Project("3", "web")));
        Assert.Empty(_keys.Unmatched);
    }

    [Fact]
    public void A_named_key_that_found_nothing_is_reported_and_a_pattern_is_not()
    {
        _keys.Add([new("web"), new("gone"), new("none*")]);

        Assert.True(_keys.Matches(Estate.Project("3", "web")));
        Assert.False(_keys.Matches(Estate.Project("4", "api")));

        Assert.Equal(["gone"], _keys.Unmatched.Select(key => key.Value));
    }

    [Fact]
    public void Every_key_that_names_an_object_has_found_it()
    {
        _keys.Add([new("web"), new("3"), new("w*")]);

        _keys.Matches(Estate.Project("3", "web"));

        Assert.Empty(_keys.Unmatched);
    }

    [Fact]
    public void Keys_that_arrive_later_join_the_others()
    {
        _keys.Add([new("web")]);
        Assert.Equal(["api"], _keys.Add([new("api")]).Select(key => key.Value));

        Assert.Equal(["web", "api"], _keys.Keys.Select(key => key.Value));
        Assert.Equal(["web", "api"], _keys.Unmatched.Select(key => key.Value));
    }

    [Fact]
    public async Task Keys_are_resolved_to_the_objects_they_name()
    {
        _keys.Add([new("web"), new("gone")]);

        var found = await _keys.ResolveAsync(_ => true, keys => Answer(keys.Count, Estate.Project("3", "web"), Estate.Project("4", "api")));

        Assert.Equal(["web"], found!.Select(project => project.Slug));
        Assert.Equal(["gone"], _keys.Unmatched.Select(key => key.Value));

        static IAsyncEnumerable<SentryProject> Answer(int keys, params SentryProject[] projects)
        {
            Assert.Equal(2, keys);
            return projects.ToAsyncEnumerable();
        }
    }

    [Fact]
    public async Task Keys_of_other_organizations_list_nothing()
    {
        _keys.Add([new("web")]);

        Assert.Empty((await _keys.ResolveAsync(_ => false, _ => throw new InvalidOperationException("Not to be listed.")))!);
        Assert.Equal(["web"], _keys.Unmatched.Select(key => key.Value));
    }

    [Fact]
    public async Task Without_keys_nothing_is_resolved_and_all_are_meant() =>
        Assert.Null(await _keys.ResolveAsync(_ => true, _ => throw new InvalidOperationException("Not to be listed.")));
}
