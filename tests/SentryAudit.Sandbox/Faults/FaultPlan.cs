using SentryAudit.Sandbox.Endpoints;

namespace SentryAudit.Sandbox;

/// <summary>What is to go wrong, where and how often. The first rule that is due wins; every rule counts what passes it.</summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<FaultRule> _rules = [];

    /// <summary>
    /// Lays a fault on an endpoint, named by its path below <c>/api/0/</c>, for example <c>organizations/{org}/members/</c> (the names of
    /// placeholders do not matter), or on all with <c>*</c>. A method in front, for example <c>PUT organizations/{org}/</c>, limits it to
    /// requests of that method.
    /// </summary>
    /// <param name="endpoint">The endpoint's template.</param>
    /// <param name="fault">What happens.</param>
    /// <param name="skip">Requests that pass unharmed first.</param>
    /// <param name="times">Requests it strikes after that.</param>
    /// <exception cref="ArgumentException">There is no such endpoint: a fault that never strikes would prove nothing.</exception>
    public FaultRule On(string endpoint, Fault fault, int skip = 0, int times = int.MaxValue)
    {
        if (!EndpointTable.All.Any(known => EndpointName.Covers(endpoint, known.Method, known.Template)))
        {
            throw new ArgumentException($"The sandbox has no endpoint '{endpoint}'.", nameof(endpoint));
        }

        var rule = new FaultRule(endpoint, fault, skip, times);
        lock (_gate)
        {
            _rules.Add(rule);
        }

        return rule;
    }

    /// <summary>All is well again.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
        }
    }

    internal Fault? Next(string method, string? endpoint)
    {
        lock (_gate)
        {
            Fault? struck = null;
            foreach (var rule in _rules.Where(rule => rule.Covers(method, endpoint)))
            {
                if (rule.Count(alreadyStruck: struck is not null))
                {
                    struck = rule.Fault;
                }
            }

            return struck;
        }
    }
}
