using VpVarmland.ServiceDefaults;
using VpVarmland.ServiceDefaults.Ledger;

// A service as small as can be, for the tests to run in processes that they kill: it tells of changes, and writes down what it is told.
var name = args[0];
var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(name, typeof(Program).Assembly);
var app = builder.Build();
app.MapService(name, Changes.Map);
await app.RunServiceAsync(args);
