namespace VpVarmland.ServiceDefaults.Messaging;

/// <summary>Finds a service's consumers and connects them, its outbox and its inbox to the broker.</summary>
internal static class MessagingDefaults
{
    internal static void AddMessaging(this IHostApplicationBuilder builder, string service, Assembly assembly)
    {
        var consumed = new HashSet<Type>();
        foreach (var type in assembly.GetTypes().Concat(typeof(MessagingDefaults).Assembly.GetTypes()).Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IConsume<>)))
            {
                builder.Services.AddScoped(contract, type);
                consumed.Add(contract.GetGenericArguments()[0]);
            }
        }
        builder.Services.AddSingleton(new QueueName(service));
        builder.Services.AddSingleton<Inbox>();
        builder.Services.AddSingleton<Subscribers>();
        builder.Services.AddHostedService<OutboxRelay>();
        builder.Services.AddHostedService<InboxRetry>();
        MassTransitBus.Add(builder, service, consumed);
    }
}
