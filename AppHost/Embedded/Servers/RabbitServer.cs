using System.Net;
using System.Net.Sockets;

namespace VpVarmland.Embedded.Servers;

/// <summary>A private RabbitMQ, 3.10 to 4.x, with an Erlang port mapper (epmd) of its own.</summary>
public sealed class RabbitServer : Server
{
    private const string NodeName = "rabbit@localhost";

    /// <summary>What an AMQP 0-9-1 client says first; the server answers with a method frame.</summary>
    private static readonly byte[] ProtocolHeader = [(byte)'A', (byte)'M', (byte)'Q', (byte)'P', 0, 0, 9, 1];

    private int _distributionPort;
    private int _mapperPort;
    private int _managementPort;
    private ChildProcess? _mapper;

    private RabbitServer(ServerFolder folder, ServerOptions options)
        : base("rabbitmq", "rabbitmq-server", folder, options)
    {
    }

    /// <summary>Port of the management API, when asked for.</summary>
    public int ManagementPort => _managementPort;

    /// <summary>What a client needs to reach the broker, as Aspire writes it.</summary>
    public string ConnectionString => $"amqp://{UserName}:{Password}@127.0.0.1:{Port}";

    private protected override bool IsInstalled => Options.Programs.FindRabbit() is not null;

    private protected override ContainerImage Image => new(Name, "docker.io/library/rabbitmq:4.3", 5672, "/var/lib/rabbitmq", []);

    private protected override IReadOnlyDictionary<string, string?> ContainerEnvironment => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["RABBITMQ_DEFAULT_USER"] = UserName,
        ["RABBITMQ_DEFAULT_PASS"] = Password,
    };

    private protected override Signal Gently => Signal.Terminate;

    private protected override int Attempts => 3;

    private string Home => Path.Combine(Folder.Path, Name);

    /// <summary>Looked up each time: the account comes with the package, which may just have been installed.</summary>
    private static UnixUser? User => UnixUser.ForServer("rabbitmq", "nobody");

    private IReadOnlyDictionary<string, string?> ErlangEnvironment => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        // Erlang keeps the cookie, its password between nodes, in the home folder.
        ["HOME"] = Home,
        ["LANG"] = "C.UTF-8",
        ["ERL_CRASH_DUMP_SECONDS"] = "0",
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["ERL_EPMD_PORT"] = $"{_mapperPort}",
    };

    private IReadOnlyDictionary<string, string?> RabbitEnvironment => new Dictionary<string, string?>(ErlangEnvironment, StringComparer.Ordinal)
    {
        ["RABBITMQ_NODENAME"] = NodeName,
        ["RABBITMQ_DIST_PORT"] = $"{_distributionPort}",
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(Home, "data"),
        ["RABBITMQ_PLUGINS_EXPAND_DIR"] = Path.Combine(Home, "plugins"),
        ["RABBITMQ_PID_FILE"] = Path.Combine(Home, "rabbitmq.pid"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(Home, "log"),
        ["RABBITMQ_LOGS"] = "-",
        // Nothing of the system's own RabbitMQ.
        ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(Home, "rabbitmq.conf"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(Home, "advanced.config"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(Home, "enabled_plugins"),
        // Makes the script become the server instead of staying beside it, so that our signals reach the server.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
        // Several platforms and tests share the machine: few schedulers, bound to no core.
        ["RABBITMQ_SCHEDULER_BIND_TYPE"] = "u",
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
            $"+S {Schedulers}:{Schedulers} +SDio 4 -kernel inet_dist_use_interface {{127,0,0,1}}",
    };

    private static int Schedulers => Math.Min(Environment.ProcessorCount, 4);

    /// <summary>Starts the broker in a folder and returns when it speaks AMQP.</summary>
    /// <exception cref="ServerException">It is not installed and cannot be, or does not start.</exception>
    public static async Task<RabbitServer> StartAsync(ServerFolder folder, ServerOptions? options = null, CancellationToken cancel = default)
    {
        var server = Create(folder, options ?? new ServerOptions());
        await server.StartAsync(cancel);
        return server;
    }

    /// <summary>A broker that does not run yet. With a fixed port its address is known already, to those who need not wait for it.</summary>
    public static RabbitServer Create(ServerFolder folder, ServerOptions options) => new(folder, options);

    /// <summary>Starts the broker and returns when it speaks AMQP.</summary>
    /// <exception cref="ServerException">It is not installed and cannot be, or does not start.</exception>
    public Task StartAsync(CancellationToken cancel) => BeginAsync(cancel);

    private protected override ChildStart Program() => Native(Name, Options.Programs.FindRabbit()!, RabbitEnvironment) with
    {
        WhenOrphaned = Signal.Terminate,
    };

    private protected override async Task PrepareAsync(CancellationToken cancel)
    {
        Unix.CreatePrivateFolder(Home, User);
        _managementPort = FreePort.Next();
        Write("rabbitmq.conf", Configuration());
        Write("enabled_plugins", Options.Management ? "[rabbitmq_management]." : "[].");
        Write("advanced.config", "[].");
        Write(".erlang.cookie", Folder.Secret("erlang-cookie"));
        _distributionPort = FreePort.Next();
        // Left to Erlang, epmd would outlive everything, listen on all addresses and be shared with the whole machine.
        if (_mapper is null or { Exited.IsCompleted: true })
        {
            await ProcessRecord.EndAsync(Folder.Path, "epmd", cancel);
            _mapperPort = FreePort.Next();
            var epmd = Options.Programs.FindCommand("epmd") ?? throw new ServerException("epmd, a part of Erlang, is missing.");
            _mapper = ChildProcess.Start(Native("epmd", epmd, ErlangEnvironment));
            ProcessRecord.Write(Folder.Path, "epmd", _mapper.Id, Signal.Kill);
        }
    }

    private protected override async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        using var client = new TcpClient();
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limited.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port, limited.Token);
            await client.GetStream().WriteAsync(ProtocolHeader, limited.Token);
            var answer = new byte[1];
            return await client.GetStream().ReadAsync(answer, limited.Token) == 1 && answer[0] == 1;
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }

    private protected override async Task AfterEndAsync()
    {
        if (_mapper is { } mapper)
            await mapper.KillAsync();
        ProcessRecord.Delete(Folder.Path, "epmd");
        await base.AfterEndAsync();
    }

    private ChildStart Native(string name, string program, IReadOnlyDictionary<string, string?> environment) => new(name, program, [], Home)
    {
        Environment = environment,
        InheritsEnvironment = false,
        User = User,
        Gently = Gently,
    };

    private void Write(string file, string content) => Unix.WritePrivateFile(Path.Combine(Home, file), content, User);

    private string Configuration() => $"""
        listeners.tcp.1 = 127.0.0.1:{Port}
        default_user = {UserName}
        default_pass = {Password}
        log.console.level = info
        management.tcp.ip = 127.0.0.1
        management.tcp.port = {ManagementPort}
        # The write-ahead log of quorum queues is kept in memory until it is this big (default 512 MB).
        raft.wal_max_size_bytes = 64000000

        """;
}
