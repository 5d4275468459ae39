using SentryAudit.Api;
using SentryAudit.Text;

namespace SentryAudit.Pipeline;

/// <summary>Shows what the transport does as verbose lines, warnings and progress, brought to the pipeline thread.</summary>
internal sealed class PipelineObserver(ICmdletPipeline pipeline, PipelinePump pump) : ITransportObserver
{
    public void OnExchange(SentryExchange exchange) => Show(p => p.Verbose(TerminalText.Clean(exchange.ToString())));

    public void OnDeprecated(DeprecationNotice notice) => Show(p => p.Warn(TerminalText.Clean(notice.ToString())));

    public void OnWaiting(TransportWait wait)
    {
        var text = TerminalText.Clean(wait.ToString());
        Show(p =>
        {
            if (wait.IsPacing)
            {
                p.Verbose(text);
                return;
            }

            p.Warn(text);
            p.Progress(new PipelineProgress("Waiting for Sentry", text));
        });
    }

    private void Show(Action<ICmdletPipeline> what) => pump.Post(_ => what(pipeline), state: null);
}
