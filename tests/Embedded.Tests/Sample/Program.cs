using System.Collections;

// A web project as small as can be, for SampleHost to run.
if (Environment.GetEnvironmentVariable("SAMPLE_FAILS") is not null)
{
    Console.WriteLine("I cannot start");
    return 4;
}

var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/health", () => "well");
app.MapGet("/environment", () => Environment.GetEnvironmentVariables()
    .Cast<DictionaryEntry>()
    .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value, StringComparer.Ordinal));
app.MapPost("/crash", () => Environment.Exit(3));
await app.RunAsync();
return 0;
