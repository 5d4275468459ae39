using SentryAudit.Fuzzing.Tests.Recording;
using SentryAudit.Fuzzing.Tests.Storing;

namespace SentryAudit.Fuzzing.Tests;

/// <summary>Whatever an answer says: an error of the module's own, or the truth as far as it was told.</summary>
public sealed class FuzzTests
{
    private const int Changes = 20_000;
    private const int Files = 2_000;
    private const long MostKept = 64 * 1024 * 1024;

    [Fact]
    public async Task No_changed_answer_crashes_the_module_or_makes_it_say_what_is_not_so()
    {
        var fuzzer = new Fuzzer(await Corpus.ReadAsync());
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var complaints = await fuzzer.TryAsync(first: 0, Changes);

        Assert.True(complaints.Count == 0, string.Join(Environment.NewLine, complaints.Take(20)));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MostKept);
    }

    [Fact]
    public async Task No_changed_file_of_a_stored_state_is_read_as_what_it_is_not()
    {
        var root = Directory.CreateTempSubdirectory("sentryaudit-fuzz");
        using var store = await StoreFuzzer.MakeAsync(await Corpus.ReadAsync(), root.FullName);
        root.Delete(recursive: true);

        string[] complaints = [.. Enumerable.Range(0, Files).SelectMany(store.Try)];

        Assert.NotEmpty(store.Healthy);
        Assert.True(complaints.Length == 0, string.Join(Environment.NewLine, complaints.Take(20)));
    }

    [Fact]
    public void No_changed_file_of_a_session_or_of_settings_ends_in_anything_but_an_error_that_says_what_to_do()
    {
        using var settings = new SettingsFuzzer();

        string[] complaints = [.. Enumerable.Range(0, Files).SelectMany(settings.Try)];

        Assert.True(complaints.Length == 0, string.Join(Environment.NewLine, complaints.Take(20)));
    }

    [Fact]
    public async Task Every_question_has_answers_to_change_and_objects_to_lose()
    {
        var cases = await Corpus.ReadAsync();

        Assert.All(cases, one => Assert.NotEmpty(one.Healthy.Asked));
        Assert.Empty(cases.Where(one => one.Healthy.Items.Count == 0).Select(one => one.Question.Name));
        Assert.Empty(cases.Where(one => one.Healthy.Fault is not null).Select(one => $"{one.Question}: {one.Healthy.Fault!.Message}"));
    }
}
