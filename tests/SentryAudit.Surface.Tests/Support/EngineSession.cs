using System.Collections.Concurrent;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell.Commands;
using SentryAudit.Connecting;
using SentryAudit.Surface.Tests.Contract;
using SentryAudit.Tests;

namespace SentryAudit.Surface.Tests.Support;

/// <summary>A runspace with the module's cmdlets and types, and its host. It is taken from a pool and goes back to it.</summary>
internal sealed class EngineSession : IDisposable
{
    private static readonly ConcurrentBag<EngineSession> Idle = [];
    private static readonly InitialSessionState State = CreateState();

    private static readonly AsyncLocal<EngineSession?> OfTest = new();

    private readonly RecordingHost _host = new();
    private bool _isTaken;

    public EngineSession()
    {
        Runspace = RunspaceFactory.CreateRunspace(_host, State);
        Runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        Runspace.Open();
        Runspace.SessionStateProxy.SetVariable("VerbosePreference", ActionPreference.Continue);
    }

    /// <summary>The session that keeps its connection from one cmdlet of a test to the next; null for any of the pool.</summary>
    public static EngineSession? Own
    {
        get => OfTest.Value;
        set => OfTest.Value = value;
    }

    public Runspace Runspace { get; }

    /// <summary>The connection of this session.</summary>
    public SentryConnection? Connection
    {
        get => Within(static () => SessionConnection.Current);
        set => Within(() => SessionConnection.Current = value);
    }

    /// <param name="pipeline">Answers what the host asks.</param>
    public static EngineSession Take(RecordingPipeline pipeline)
    {
        var session = Own is { } own && !Interlocked.Exchange(ref own._isTaken, true) ? own
            : Idle.TryTake(out var idle) ? idle
            : new EngineSession();
        session._host.Pipeline = pipeline;
        session.Runspace.SessionStateProxy.SetVariable("ConfirmPreference", pipeline.ConfirmPreference);
        return session;
    }

    /// <summary>Does something on this thread as if in this session.</summary>
    public T Within<T>(Func<T> action)
    {
        var before = Runspace.DefaultRunspace;
        Runspace.DefaultRunspace = Runspace;
        try
        {
            return action();
        }
        finally
        {
            Runspace.DefaultRunspace = before;
        }
    }

    /// <summary>Gives it back.</summary>
    public void Dispose()
    {
        if (Own == this)
        {
            _isTaken = false;
        }
        else
        {
            Idle.Add(this);
        }
    }

    private static InitialSessionState CreateState()
    {
        var state = InitialSessionState.CreateDefault2();
        Type[] beside = [typeof(SelectObjectCommand), typeof(WriteOutputCommand), typeof(WatchOutputCommand)];
        foreach (var type in CmdletTypes.Types.Concat(beside))
        {
            state.Commands.Add(new SessionStateCmdletEntry(CmdletTypes.Name(type), type, helpFileName: null));
        }

        state.Types.Add(new SessionStateTypeEntry(Repository.PathOf("src", "SentryAudit", "Views", "SentryAudit.Types.ps1xml")));
        return state;
    }
}
