namespace VpVarmland.Tests;

/// <summary>The typed client is generated from the committed document.</summary>
public sealed class ApiDocumentTests(Servers servers)
{
    [Fact]
    public async Task The_committed_document_is_what_the_service_says()
    {
        await using var host = await EventsHost.StartAsync(servers);
        await ApiDocuments.CheckAsync(host.Anonymous(), "events");
    }
}
