using SentryAudit.Cmdlets;
using SentryAudit.Input;

namespace SentryAudit.Surface.Tests.Input;

/// <summary>What objects of the pipeline mean, without PowerShell and without Sentry.</summary>
public abstract class InputTest
{
    private protected static readonly SentryTeam Backend = new()
    {
        Id = "7",
        Slug = "backend",
        Name = "Backend",
        ProjectSlugs = new StringList(["web", "api"]),
        OrganizationSlug = "acme",
    };

    /// <summary>A cmdlet, what the command line gave it, and what the input makes of it.</summary>
    private protected sealed class Bound<TCmdlet>
        where TCmdlet : SentryCmdlet, new()
    {
        private readonly InputBinding _binding;
        private readonly BoundParameters _parameters;

        public Bound(Action<TCmdlet>? set = null, params string[] given)
        {
            set?.Invoke(Cmdlet);
            var commandLine = given.ToDictionary(name => name, object? (name) => typeof(TCmdlet).GetProperty(name)!.GetValue(Cmdlet));
            _parameters = new BoundParameters(Cmdlet, commandLine);
            _binding = new InputBinding(CmdletNames.Of(typeof(TCmdlet)), _parameters);
        }

        public TCmdlet Cmdlet { get; } = new();

        public bool Take(object model) => _binding.Bind(PipedObject.OfModel(model), _ => false);

        public bool TakeRow(params (string Column, object? Value)[] columns) =>
            _binding.Bind(new PipedObject(kind: null, label: null, Columns(columns)), _ => false);

        public bool TakeCopy(string kind, params (string Column, object? Value)[] columns) =>
            _binding.Bind(new PipedObject(kind, "copy", Columns(columns)), _ => false);

        public void Reset() => _parameters.Reset();

        public string Refused(Action<Bound<TCmdlet>> take) => Assert.Throws<SentryException>(() => take(this)).ErrorId;

        private static Dictionary<string, object?> Columns((string Column, object? Value)[] columns) =>
            columns.ToDictionary(column => column.Column, column => column.Value, StringComparer.OrdinalIgnoreCase);
    }

    private protected static IEnumerable<string>? Values(IEnumerable<EntityReference>? keys) => keys?.Select(key => key.Value);
}
