namespace VpVarmland.Members.Demo;

internal static class DemoDistrict
{
    internal static Task LayOutAsync(IServiceProvider services) => Task.CompletedTask;
}
