using Microsoft.Extensions.Configuration;

// The whole platform. README.md beside this file has it as a table; the same code runs with Aspire and without containers.
var builder = DistributedApplication.CreateBuilder(args);
var port = builder.Configuration.GetValue("port", 8080);
// Where the links in mails lead.
var publicUrl = builder.Configuration["Platform:PublicUrl"] ?? $"http://localhost:{port}";

var postgres = builder.AddPostgres("postgres").WithDataVolume();
var messaging = builder.AddRabbitMQ("messaging").WithDataVolume();

var members = AddService<Projects.Members>("members", database: "members");
var events = AddService<Projects.Events>("events", database: "events");
var communications = AddService<Projects.Communications>("communications", database: "communications")
    .WithEnvironment("Platform__PublicUrl", publicUrl);
var elections = AddService<Projects.Elections>("elections", database: "elections");
var gateway = AddService<Projects.Gateway>("gateway", database: "identity", port)
    .WithExternalHttpEndpoints();

foreach (var service in new[] { members, events, communications, elections })
{
    gateway.WithReference(service);
    // Services fetch the gateway's public keys, to check its tokens themselves.
    service.WithReference(gateway);
}

builder.Build().Run();

// A web project with a database of its own, a place on the message bus, and an answer at /health when it can work.
IResourceBuilder<ProjectResource> AddService<TProject>(string name, string database, int? fixedPort = null)
    where TProject : IProjectMetadata, new()
{
    // In Aspire all names are of one kind, and the service has this one already.
    var ownDatabase = postgres.AddDatabase($"{database}-database", database);
    var service = builder.AddProject<TProject>(name, launchProfileName: null)
        .WithReference(ownDatabase, connectionName: database)
        .WithReference(messaging)
        .WithEnvironment("ASPNETCORE_ENVIRONMENT", builder.Environment.EnvironmentName)
        .WithHttpEndpoint(fixedPort)
        .WithHttpHealthCheck("/health")
        .WaitFor(ownDatabase)
        // Not for the broker, which takes longest: what a service publishes waits in its outbox, and its health says when it is connected.
        .WithEnvironment("Aspire__RabbitMQ__Client__DisableAutoActivation", "true")
        .WithEnvironment("Aspire__RabbitMQ__Client__MaxConnectRetryCount", "0");

    // --date 2025-09-01: the day on which the platform's clock starts.
    return builder.Configuration["date"] is { } date ? service.WithEnvironment("Platform__StartDate", date) : service;
}
