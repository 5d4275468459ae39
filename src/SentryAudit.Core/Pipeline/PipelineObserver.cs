using SentryAudit.Common.Text;
using SentryAudit.Http;

namespace SentryAudit.Pipeline;

/// <summary>Shows what the transport does, as verbose lines, warnings and progress, on the pipeline thread.</summary>
internal sealed class PipelineObserver(ICmdletPipeline pipeline, PipelinePump pump) : ITransportObserver
{
    private const string Waiting = "Waiting for Sentry";

    // Longer pauses look as if nothing happened; the longest as if nothing would happen any more.
    private static readonly TimeSpan WorthProgress = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WorthWarning = TimeSpan.FromSeconds(10);

    private bool _showsWait;
    private bool _hasWarned;

    public void OnExchange(SentryExchange exchange) => Show(p =>
    {
        p.Verbose(TerminalText.Clean(exchange.ToString()));
        if (_showsWait)
        {
            _showsWait = false;
            p.Progress(new PipelineProgress(Waiting, "Done", Completed: true));
        }
    });

    public void OnDeprecated(DeprecationNotice notice) => Show(p => p.Warn(TerminalText.Clean(notice.ToString())));

    public void OnNote(string text, bool isWarning) =>
        Show(p => (isWarning ? p.Warn : (Action<string>)p.Verbose)(TerminalText.Clean(text)));

    public void OnWaiting(TransportWait wait)
    {
        var text = TerminalText.Clean(wait.ToString());
        Show(p =>
        {
            if (wait.Delay > WorthWarning && !_hasWarned)
            {
                _hasWarned = true;
                p.Warn(text);
            }
            else
            {
                p.Verbose(text);
            }

            if (wait.Delay > WorthProgress)
            {
                _showsWait = true;
                p.Progress(new PipelineProgress(Waiting, text));
            }
        });
    }

    private void Show(Action<ICmdletPipeline> show) => pump.Post(_ => show(pipeline), state: null);
}
