using Microsoft.Extensions.Configuration;

// Like AppHost/AppHost.cs, smaller: what the tests start, look at and kill.
var builder = DistributedApplication.CreateBuilder(args);

var sample = builder.AddProject<Projects.Embedded_Sample>("sample", launchProfileName: null)
    .WithHttpEndpoint(builder.Configuration.GetValue<int?>("port"))
    .WithHttpHealthCheck("/health")
    .WithExternalHttpEndpoints();

if (builder.Configuration["SAMPLE_SERVERS"] is not null)
{
    var database = builder.AddPostgres("postgres").WithDataVolume().AddDatabase("things-database", "things");
    var messaging = builder.AddRabbitMQ("messaging").WithDataVolume();
    var other = builder.AddProject<Projects.Embedded_Sample>("other", launchProfileName: null)
        .WithHttpEndpoint()
        .WithHttpHealthCheck("/health")
        .WithReference(sample);
    sample
        .WithReference(database, connectionName: "things")
        .WithReference(messaging)
        .WithReference(other)
        .WithEnvironment("Platform__StartDate", builder.Configuration["date"])
        .WaitFor(database)
        .WaitFor(messaging)
        .WaitFor(other);
}

builder.Build().Run();
