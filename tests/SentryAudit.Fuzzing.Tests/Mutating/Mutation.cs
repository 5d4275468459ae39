namespace SentryAudit.Fuzzing.Tests.Mutating;

/// <summary>A changed answer.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Path">Where, as a JSON path.</param>
/// <param name="Body">What came of it.</param>
internal sealed record Mutation(MutationKind Kind, string Path, byte[] Body)
{
    /// <summary>Whether it only takes knowledge away: then nothing may be given that was not there before.</summary>
    public bool OnlyTakesAway => Kind is MutationKind.Null or MutationKind.Missing or MutationKind.OtherKind or MutationKind.HalfCharacter;

    public override string ToString() => $"{Kind} at {Path}";
}
