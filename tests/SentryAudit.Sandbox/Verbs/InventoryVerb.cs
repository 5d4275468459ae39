using SentryAudit.Api;
using SentryAudit.Connecting;
using SentryAudit.Connections;
using SentryAudit.Sandbox.Recording;
using SentryAudit.Text;

namespace SentryAudit.Sandbox.Verbs;

/// <summary>Writes inventories of all that a running sandbox holds, for tests that read them.</summary>
internal sealed class InventoryVerb : IVerb
{
    public string Name => "inventory";

    public string Summary => "write inventories of a running sandbox";

    public string Usage => "usage: sandbox inventory <address> <token> <folder>";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        if (arguments is not [var address, var token, var folder] || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            throw new ArgumentErrorException("An address, a token and a folder are needed.");
        }

        var settings = new ConnectionSettings { Token = new SecretText(token), Source = Name, BaseUri = uri };
        var connection = await SentryConnector.ConnectAsync(settings, TransportLoader.Factory, SilentObserver.Instance, TimeProvider.System, cancellationToken);
        await connection.WriteAsync(folder);
        connection.Transport.Dispose();
        return 0;
    }
}
