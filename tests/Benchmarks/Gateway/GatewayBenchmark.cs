using System.Diagnostics;
using VpVarmland.Benchmarks.Platforms;
using VpVarmland.Embedded.Servers;

namespace VpVarmland.Benchmarks.Gateway;

/// <summary>The same page of the public calendar through the gateway, straight from the service, and through nginx; the same load each time.</summary>
internal static class GatewayBenchmark
{
    private const string Page = "/api/events/calendar?size=5";
    private const int Connections = 32, Rounds = 3;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    internal static async Task<int> RunAsync()
    {
        if (!File.Exists("/usr/sbin/nginx"))
        {
            Console.Error.WriteLine("The limit is nginx: apt-get install nginx-light");
            return 2;
        }
        // One machine asks as fast as it can, and must not be told to wait.
        foreach (var limit in new[] { "Burst", "PerSecond" })
            Environment.SetEnvironmentVariable("Limits__Anonymous__" + limit, "1000000");
        await using var platform = await RunningPlatform.StartAsync();
        var service = new Uri(platform.SettingOf("events", "ASPNETCORE_URLS"));
        var folder = Directory.CreateTempSubdirectory("nginx").FullName;
        var nginx = StartNginx(folder, service, out var proxied);
        try
        {
            (string Name, Uri Address)[] ways = [("the service itself", service), ("nginx", proxied), ("the gateway", platform.Address)];
            var best = ways.ToDictionary(way => way.Name, _ => (PerSecond: 0.0, P99: TimeSpan.MaxValue), StringComparer.Ordinal);
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var (name, address) in ways)
                {
                    var measured = await Load.RunAsync(new Uri(address, Page), Connections, Duration);
                    if (measured.PerSecond > best[name].PerSecond)
                        best[name] = measured;
                }
            }
            foreach (var (name, (perSecond, p99)) in best)
                Console.WriteLine($"{name,-20} {perSecond,8:0} requests/s, p99 {p99.TotalMilliseconds,6:0.0} ms");
            Console.WriteLine($"the gateway is {best["the gateway"].PerSecond / best["nginx"].PerSecond:0.00} × nginx; aim ≥ 0.5 ({Connections} connections, best of {Rounds} times {Duration.TotalSeconds:0} s)");
            return 0;
        }
        finally
        {
            nginx.Kill();
            await nginx.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Process StartNginx(string folder, Uri service, out Uri address)
    {
        var port = FreePort.Next();
        address = new Uri($"http://127.0.0.1:{port}");
        File.WriteAllText(Path.Combine(folder, "nginx.conf"),
            $$"""
            daemon off;
            master_process off;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/error.log;
            events { worker_connections 1024; }
            http {
              access_log off;
              client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/fastcgi; uwsgi_temp_path {{folder}}/uwsgi; scgi_temp_path {{folder}}/scgi;
              upstream service { server 127.0.0.1:{{service.Port}}; keepalive 64; }
              server {
                listen 127.0.0.1:{{port}};
                location / { proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection ""; }
              }
            }
            """);
        return Process.Start(new ProcessStartInfo("/usr/sbin/nginx", ["-c", Path.Combine(folder, "nginx.conf"), "-p", folder]) { UseShellExecute = false })!;
    }
}
