namespace VpVarmland.Tests;

/// <summary>The gateway's API document, from which the web app's client is generated.</summary>
public sealed class ApiDocumentTests(Servers servers, SharedGateway shared)
{
    [Fact]
    public async Task The_committed_document_is_what_the_gateway_says()
    {
        var (_, gateway) = await shared.StartAsync(servers);
        await ApiDocuments.CheckAsync(gateway.NewBrowser().Client, "gateway");
    }
}
