using System.Diagnostics;
using System.Text.Json;
using VpVarmland.Benchmarks.Platforms;

namespace VpVarmland.Benchmarks.Chaos;

/// <summary>
/// Kills one process of the platform after the other (SIGKILL) under a steady load of joins and sign-ins, and then counts: every
/// acknowledged join is in the register once, every welcome mail went once, and each time all was healthy again in time.
/// </summary>
internal static class ChaosBenchmark
{
    /// <summary>From the kill until the part has a process again and all of the platform calls itself healthy.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan LongestRecovery = TimeSpan.FromMinutes(2), LongestEnd = TimeSpan.FromMinutes(1), Between = TimeSpan.FromMilliseconds(500), Look = TimeSpan.FromMilliseconds(100);

    /// <param name="kills">How many processes are killed, each part before any is again.</param>
    /// <param name="seed">Of the order and the moments; null: a new one, which is printed.</param>
    /// <param name="judgeTime">False where the machine may be slow and only what is lost or doubled counts.</param>
    /// <returns>0 if the platform held, otherwise 1.</returns>
    internal static async Task<int> RunAsync(int kills, int? seed, bool judgeTime)
    {
        var used = seed ?? Random.Shared.Next(1_000_000);
        Console.WriteLine($"seed {used}, {kills} kills, {Environment.ProcessorCount} processors");
        var random = new Random(used);
        await using var platform = await RunningPlatform.StartAsync();
        using var stop = new CancellationTokenSource();
        using var giveUp = new CancellationTokenSource();
        var load = LoadAsync(platform.Address, stop.Token, giveUp.Token);

        var recoveries = new List<TimeSpan>();
        foreach (var part in Order(kills, random))
        {
            await Task.Delay(TimeSpan.FromSeconds(1 + (4 * random.NextDouble())));
            recoveries.Add(await KillAsync(platform, part));
            Console.WriteLine($"{part,-16} healthy again after {recoveries[^1].TotalSeconds,5:0.0} s");
        }

        await stop.CancelAsync();
        giveUp.CancelAfter(LongestEnd);
        var joiners = await load;
        var faults = await CountAsync(platform.Address, joiners);
        if (judgeTime && recoveries.Max() > Limit)
            faults.Add($"It took {recoveries.Max().TotalSeconds:0.0} s to recover; the limit is {Limit.TotalSeconds:0} s.");

        Console.WriteLine($"{joiners.Count} applied, {joiners.Count(one => one.IsJoinAcknowledged)} joins acknowledged, {joiners.Count(one => one.IsSignedIn)} signed in, {joiners.Sum(one => one.Faults)} requests made again");
        Console.WriteLine($"slowest recovery {recoveries.Max().TotalSeconds:0.0} s, limit {Limit.TotalSeconds:0} s");
        foreach (var fault in faults)
            Console.WriteLine(fault);
        if (faults.Count > 0)
            await File.WriteAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "chaos.log"), platform.Log);
        Console.WriteLine(faults.Count == 0 ? "held" : $"did not hold; what the platform said: {Path.Combine(AppContext.BaseDirectory, "chaos.log")}");
        return faults.Count == 0 ? 0 : 1;
    }

    private static IEnumerable<string> Order(int kills, Random random) =>
        Enumerable.Range(0, int.MaxValue).SelectMany(_ =>
        {
            var parts = RunningPlatform.Parts.ToArray();
            random.Shuffle(parts);
            return parts;
        }).Take(kills);

    private static async Task<TimeSpan> KillAsync(RunningPlatform platform, string part)
    {
        using var http = new HttpClient { BaseAddress = platform.Address, Timeout = TimeSpan.FromSeconds(5) };
        var victim = platform.ProcessOf(part) ?? throw new InvalidOperationException($"{part} has no process.");
        var watch = Stopwatch.StartNew();
        Process.GetProcessById(victim).Kill();
        while (platform.ProcessOf(part) is not { } successor || successor == victim || !await IsHealthyAsync(http))
        {
            if (watch.Elapsed > LongestRecovery)
                throw new InvalidOperationException($"{part} was killed, and the platform not healthy again after {LongestRecovery.TotalMinutes} minutes:\n{string.Join('\n', platform.Log.TakeLast(40))}");
            await Task.Delay(Look);
        }
        return watch.Elapsed;
    }

    private static async Task<bool> IsHealthyAsync(HttpClient http)
    {
        try
        {
            // A service that is away only degrades the platform, whose other doors are open: the status tells it, not the code.
            using var answer = await http.GetAsync("/health");
            return answer.IsSuccessStatusCode && JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty("status").GetString() == "healthy";
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Somebody new every half second, each third of whom also signs in.</summary>
    private static async Task<IReadOnlyList<Joiner>> LoadAsync(Uri platform, CancellationToken stop, CancellationToken giveUp)
    {
        var joiners = new List<Joiner>();
        var running = new List<Task>();
        using var timer = new PeriodicTimer(Between);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                var joiner = new Joiner(platform, joiners.Count);
                joiners.Add(joiner);
                running.Add(joiner.RunAsync(signIn: joiners.Count % 3 == 0, giveUp));
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // No more; those on their way come through, or are counted as lost.
        }
        await Task.WhenAll(running).ContinueWith(_ => { }, TaskScheduler.Default);
        // A refusal of what was right is a fault of ours or the platform's; giving up is counted below.
        foreach (var fault in running.Where(task => task.IsFaulted).SelectMany(task => task.Exception!.InnerExceptions))
            Console.WriteLine(fault.Message);
        return joiners;
    }

    /// <summary>Looks every acknowledged join up in the register and its mails in the mailbox.</summary>
    private static async Task<List<string>> CountAsync(Uri platform, IReadOnlyList<Joiner> joiners)
    {
        // The last mails may still be on their way.
        using var mailsBy = new CancellationTokenSource(LongestEnd);
        using var answersBy = new CancellationTokenSource(2 * LongestEnd);
        using var ombudsman = new Browser(platform);
        ombudsman.Enter(await ombudsman.SendAsync(HttpMethod.Post, "/dev/users/ombudsman/sign-in", new { }, answersBy.Token));
        var faults = new List<string>();
        foreach (var joiner in joiners)
        {
            if (!joiner.IsApplicationAcknowledged || !joiner.IsJoinAcknowledged)
            {
                faults.Add($"{joiner.FamilyName}: {(joiner.IsApplicationAcknowledged ? "applied and never came to join" : "could not apply")}");
                continue;
            }
            var rows = (await ombudsman.SendAsync(HttpMethod.Get, $"/api/members/people?q={joiner.FamilyName}", null, answersBy.Token)).GetProperty("items").GetArrayLength();
            if (rows != 1)
                faults.Add($"{joiner.FamilyName}: {rows} times in the register");
            var subjects = await SubjectsAsync(ombudsman, joiner, mailsBy.Token, answersBy.Token);
            foreach (var subject in new[] { Joiner.ConfirmSubject, Joiner.WelcomeSubject })
            {
                if (subjects.Count(one => one == subject) is not 1 and var count)
                    faults.Add($"{joiner.FamilyName}: {count} mails \"{subject}\"");
            }
        }
        return faults;
    }

    private static async Task<IReadOnlyList<string>> SubjectsAsync(Browser browser, Joiner joiner, CancellationToken mailsBy, CancellationToken answersBy)
    {
        while (true)
        {
            var mails = await browser.SendAsync(HttpMethod.Get, Joiner.MailsTo(joiner.Email), null, answersBy);
            List<string> subjects = [.. mails.EnumerateArray().Select(mail => mail.GetProperty("subject").GetString()!)];
            if (subjects.Contains(Joiner.WelcomeSubject, StringComparer.Ordinal) || mailsBy.IsCancellationRequested)
                return subjects;
            await Task.Delay(Look, answersBy);
        }
    }
}
