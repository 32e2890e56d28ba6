using VpVarmland.Elections.Cycles;
using VpVarmland.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("elections", typeof(Program).Assembly);

var app = builder.Build();
app.MapService("elections", ListCycles.Map);

await app.RunServiceAsync(args);
