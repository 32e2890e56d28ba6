using VpVarmland.Communications.DevMail;
using VpVarmland.Communications.Profiles;
using VpVarmland.Communications.Sending;
using VpVarmland.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("communications", typeof(Program).Assembly);
builder.AddMail();
if (builder.Environment.IsDevelopment())
    builder.AddDevMail();

var app = builder.Build();
app.MapService("communications", ListMails.Map, RetryMail.Map, ListProfiles.Map);
if (app.Environment.IsDevelopment())
    app.MapDevMail();

await app.RunServiceAsync(args);
