using System.Collections;
using System.Management.Automation;
using SentryAudit.Api;
using SentryAudit.Cmdlets;
using SentryAudit.Json;

namespace SentryAudit.Commands.Api;

/// <summary>Calls any endpoint of Sentry's API.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "SentryApi", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(PSCustomObject))]
public sealed class InvokeSentryApiCommand : SentryConnectedCmdlet
{
    /// <summary>Path below <c>/api/0/</c>, or an address of the connected Sentry.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [TextOnly(IncludesAddresses = true)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The HTTP method. All methods but GET ask for confirmation.</summary>
    [Parameter]
    [ValidateSet("GET", "POST", "PUT", "PATCH", "DELETE")]
    [ValidateNotNullOrEmpty]
    public string Method { get; set; } = "GET";

    /// <summary>Query parameters; a list of values is a repeated parameter.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Query { get; set; }

    /// <summary>The body to send: a hashtable, an object, or a string of JSON.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Body { get; set; }

    /// <summary>Reads all pages of a list.</summary>
    [Parameter]
    public SwitchParameter Paginate { get; set; }

    /// <summary>Deletes without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        try
        {
            var call = new ApiCall(new HttpMethod(Method.ToUpperInvariant()), ApiPath.Parse(Path))
            {
                Query = [.. Parameters()],
                Body = Body is null ? null : JsonText.From(Body),
            };
            Check(call);
            if (call.Method != HttpMethod.Get && !IsConfirmed(call))
            {
                return;
            }

            await WriteAnswerAsync(call, cancellationToken);
        }
        catch (SentryException error)
        {
            Report(error, Path);
        }
    }

    private async Task WriteAnswerAsync(ApiCall call, CancellationToken cancellationToken)
    {
        // Any thread may set this when the answer arrives; only the pipeline thread may write the warning.
        var hasMore = false;
        var answer = Paginate.IsPresent
            ? Api.Raw.InvokePagesAsync(call, cancellationToken)
            : Api.Raw.InvokeAsync(call, () => hasMore = true, cancellationToken);
        await foreach (var item in answer)
        {
            if (JsonObjects.From(item) is { } value)
            {
                Pipeline.Write(value);
            }
        }

        if (hasMore)
        {
            Pipeline.Warn($"This is only the first page of {Path}. Use -Paginate to read all pages.");
        }
    }

    private void Check(ApiCall call)
    {
        if (call.Method == HttpMethod.Get ? call.Body is not null : Paginate.IsPresent)
        {
            throw new SentryException(
                "InvalidApiCall",
                SentryErrorCategory.InvalidArgument,
                call.Method == HttpMethod.Get
                    ? "A GET request can't have a body, but -Body was given."
                    : $"Only a GET request can be read page by page, but -Paginate was given with {call.Method}.",
                "Change -Method, or leave out the other parameter.");
        }
    }

    // Deleting is for good, so it is confirmed even in sessions that do not ask about changes. With -Confirm the user has
    // just been asked, and -Confirm:$false asks for no question at all.
    private bool IsConfirmed(ApiCall call) =>
        Pipeline.ShouldProcess(Path, call.Method.Method)
        && (call.Method != HttpMethod.Delete
            || Force.IsPresent
            || MyInvocation.BoundParameters.ContainsKey("Confirm")
            || Pipeline.ShouldContinue($"Delete {Path} for good?", "Invoke-SentryApi"));

    private IEnumerable<KeyValuePair<string, string>> Parameters() =>
        from key in (Query ?? new Hashtable()).Keys.Cast<object>().OrderBy(JsonText.Plain, StringComparer.Ordinal)
        let value = Query![key] is PSObject wrapped ? wrapped.BaseObject : Query[key]
        from one in value is IEnumerable list and not string ? list.Cast<object?>() : [value]
        select new KeyValuePair<string, string>(JsonText.Plain(key), JsonText.Plain(one));
}
