using System.Collections;
using System.Management.Automation;
using SentryAudit.Api;
using SentryAudit.Cmdlets;
using SentryAudit.Json;

namespace SentryAudit.Commands.Api;

/// <summary>Calls any endpoint of the connected Sentry's API.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "SentryApi", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(PSCustomObject))]
public sealed class InvokeSentryApiCommand : SentryConnectedCmdlet
{
    /// <summary>Path below <c>/api/0/</c>, or an address of the connected Sentry.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The HTTP method. All but GET ask for confirmation.</summary>
    [Parameter]
    [ValidateSet("GET", "POST", "PUT", "PATCH", "DELETE")]
    [ValidateNotNullOrEmpty]
    public string Method { get; set; } = "GET";

    /// <summary>Query parameters; a list of values is a repeated parameter.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Query { get; set; }

    /// <summary>What to send: a hashtable, an object, or a string of JSON.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Body { get; set; }

    /// <summary>Reads all pages of a list.</summary>
    [Parameter]
    public SwitchParameter Paginate { get; set; }

    /// <summary>Deletes without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Makes the output of JSON, unless a test puts something else here: the reference library's objects hold nothing.</summary>
    internal JsonRenderer Render { get; set; } = JsonObjects.From;

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
            if (call.Method != HttpMethod.Get && !IsWanted(call))
            {
                return;
            }

            // Told on whichever thread the answer arrives, so the warning waits.
            var hasMore = false;
            var answer = IsOn(Paginate)
                ? Api.Raw.InvokePagesAsync(call, cancellationToken)
                : Api.Raw.InvokeAsync(call, () => hasMore = true, cancellationToken);
            await foreach (var item in answer)
            {
                if (Render(item) is { } value)
                {
                    Pipeline.Write(value);
                }
            }

            if (hasMore)
            {
                Pipeline.Warn($"Sentry has more pages of {Path} than this first one; -Paginate reads them all.");
            }
        }
        catch (SentryException error)
        {
            Report(error, Path);
        }
    }

    private void Check(ApiCall call)
    {
        if (call.Method == HttpMethod.Get ? call.Body is not null : IsOn(Paginate))
        {
            throw new SentryException(
                "InvalidApiCall",
                SentryErrorCategory.InvalidArgument,
                call.Body is not null && call.Method == HttpMethod.Get ? "A GET takes no -Body." : "Only a GET has pages.",
                "Check -Method.");
        }
    }

    // What is deleted does not come back: that is asked for even where changes are not, unless the caller has answered already.
    private bool IsWanted(ApiCall call) =>
        Pipeline.ShouldProcess(Path, call.Method.Method)
        && (call.Method != HttpMethod.Delete || IsOn(Force) || MyInvocation?.BoundParameters?.ContainsKey("Confirm") is true
            || Pipeline.ShouldContinue($"Delete {Path} for good?", "Invoke-SentryApi"));

    private IEnumerable<KeyValuePair<string, string>> Parameters() =>
        from key in (Query ?? new Hashtable()).Keys.Cast<object>().OrderBy(JsonText.Plain, StringComparer.Ordinal)
        let value = Query![key] is PSObject wrapped ? wrapped.BaseObject : Query[key]
        from one in value is IEnumerable list and not string ? list.Cast<object?>() : [value]
        select new KeyValuePair<string, string>(JsonText.Plain(key), JsonText.Plain(one));
}
