using System.Collections;
using System.Text.Json;

namespace SentryAudit.Core.Tests.Common.Text;

public sealed class StringListTests
{
    [Fact]
    public void It_is_readable_in_a_cell_and_an_array_in_JSON()
    {
        var list = new StringList(["a", "b"]);

        Assert.Equal("a, b", list.ToString());
        Assert.Equal("""["a","b"]""", JsonSerializer.Serialize(list));
        Assert.Equal((2, "b"), (list.Count, list[1]));
        Assert.Equal(["a", "b"], ((IEnumerable)list).Cast<string>());
    }

    [Fact]
    public void It_keeps_what_it_was_made_from_whatever_happens_to_that()
    {
        string[] source = ["a"];
        var list = new StringList(source);

        source[0] = "b";

        Assert.Equal("a", list[0]);
    }

    [Fact]
    public void An_empty_list_is_empty_text() => Assert.Equal("", StringList.Empty.ToString());
}
