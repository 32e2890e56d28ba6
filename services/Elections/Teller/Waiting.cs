namespace VpVarmland.Elections.Teller;

/// <summary>Tells on the error stream, once a second, how far work that takes longer than a second has come.</summary>
internal sealed class Waiting(TextWriter error, Language language, TimeProvider clock)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Does the work, which reports the number of the last finished stage.</summary>
    public async Task<int> ForAsync(Func<Action<int>, int> work)
    {
        var stage = 0;
        var working = Task.Run(() => work(s => Volatile.Write(ref stage, s)));
        while (!working.IsCompleted)
        {
            using var enough = new CancellationTokenSource();
            var second = Task.Delay(Second, clock, enough.Token);
            if (await Task.WhenAny(working, second) == second)
            {
                var at = Volatile.Read(ref stage);
                await error.WriteLineAsync((language, at) switch
                {
                    (Language.Swedish, 0) => "Läser in …",
                    (Language.Swedish, _) => $"Räknar … steg {at}",
                    (_, 0) => "Reading …",
                    _ => $"Counting … stage {at}",
                });
            }

            await enough.CancelAsync();
        }

        return await working;
    }
}
