using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace VpVarmland.ServiceDefaults.Web;

/// <summary>The service's OpenAPI document: each operation says which permission it demands and that failures are problem documents.</summary>
public static class ApiDocument
{
    internal const string PermissionExtension = "x-permission";

    public static void AddApiDocument(this IServiceCollection services, string service) => services.AddOpenApi(service, options =>
    {
        options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is null ? null : NameOf(type.Type);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "VpVarmland " + service, Version = "1" };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
            document.Components.SecuritySchemes["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" };
            return Task.CompletedTask;
        });
        // Texts go through a converter of our own (CleanText), of which the schema generator knows nothing.
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(string) && schema.Type is null)
                schema.Type = context.JsonPropertyInfo is { IsGetNullable: true } ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
            else if (context.JsonTypeInfo.ElementType == typeof(string) && schema.Items?.Type is null)
                schema.Items = new OpenApiSchema { Type = JsonSchemaType.String };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            var required = metadata.OfType<RequiredPermission>().FirstOrDefault();
            if (metadata.OfType<MethodInfo>().FirstOrDefault() is { DeclaringType: { } slice } handler)
            {
                operation.OperationId = handler.Name == "Handle" ? slice.Name : slice.Name + handler.Name;
                operation.Tags = new HashSet<OpenApiTagReference> { new(slice.Namespace!.Split('.')[^1], context.Document) };
            }
            operation.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
            operation.Extensions[PermissionExtension] = new JsonNodeExtension(required?.Permission.Name ?? (metadata.OfType<RequiredSignIn>().Any() ? "signed in" : "open"));
            if (required is not null)
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", context.Document)] = [] }];
            operation.Responses ??= [];
            operation.Responses.TryAdd("default", new OpenApiResponse { Description = "A problem document (RFC 9457) with a stable `code`." });
            return Task.CompletedTask;
        });
    });

    /// <summary>Slices name their types alike (Request, Response), so a nested type is called by its slice too; a generic one by what it holds.</summary>
    private static string NameOf(Type type)
    {
        var name = type.IsGenericType ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] + "Of" + string.Concat(type.GetGenericArguments().Select(NameOf)) : type.Name;
        return type.DeclaringType is { IsGenericType: false } slice && !type.IsGenericType ? slice.Name + name : name;
    }

    public static void MapApiDocument(this WebApplication app) => app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
}
