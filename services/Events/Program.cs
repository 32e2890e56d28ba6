using VpVarmland.Events.Calendar;
using VpVarmland.Events.Demo;
using VpVarmland.ServiceDefaults;
using VpVarmland.ServiceDefaults.Jobs;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("events", typeof(Program).Assembly);
if (builder.Environment.IsDevelopment())
    builder.Services.AddJob<DemoCalendar>();

var app = builder.Build();
app.MapService("events", ListCalendar.Map, CalendarFeed.Map);

await app.RunServiceAsync(args);
