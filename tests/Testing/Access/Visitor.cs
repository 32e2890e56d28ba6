namespace VpVarmland.Tests.Access;

/// <summary>A kind of caller.</summary>
/// <param name="Name">As in the table.</param>
/// <param name="PrepareAsync">Makes what a request to that operation is about, and somebody of this kind to send it.</param>
public sealed record Visitor(string Name, Func<string, Task<Visit>> PrepareAsync);

/// <summary>Somebody who is ready to call an operation, with ids of things that are there.</summary>
public sealed record Visit(HttpClient Client, Func<HttpRequestMessage> Make);
