using System.Diagnostics.CodeAnalysis;

namespace VpVarmland.Elections.Counting.Account;

/// <summary>Why something was not done: a stable code, a sentence for people and, for files, the line (from 1) at fault.</summary>
public sealed record Refusal(string Code, Bilingual Reason, int? Line = null);

/// <summary>A value, or the reason why there is none. Bad input is expected, so it is a value and not an exception.</summary>
public readonly record struct Outcome<T>
    where T : class
{
    private Outcome(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>The value, when it succeeded.</summary>
    public T? Value { get; }

    /// <summary>The reason, when it did not.</summary>
    public Refusal? Refusal { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Succeeded => Value is not null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(null, refusal);

    /// <summary>The value; a refusal here is a mistake of the caller.</summary>
    public T Require() => Value ?? throw new InvalidOperationException(Refusal?.Reason.English);
}
