using Npgsql;
using NpgsqlTypes;

namespace VpVarmland.Members.CentralImport;

/// <summary>Puts rows into <c>central_rows</c> with COPY while they are being read.</summary>
internal static class Staging
{
    /// <summary>Returns how many.</summary>
    internal static async Task<int> CopyAsync(UnitOfWork work, Guid import, IEnumerable<CentralRow> rows, CancellationToken cancel)
    {
        var connection = await work.OpenAsync(cancel);
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy central_rows (import_id, row_no, member_number, given_name, family_name, email, phone, postal_code, municipality_code, association_id, gender, birth_year, member_since, paid_until)
            from stdin (format binary)
            """, cancel);
        var count = 0;
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(import, NpgsqlDbType.Uuid, cancel);
            await copy.WriteAsync(row.RowNo, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(row.MemberNumber, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(row.GivenName, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(row.FamilyName, NpgsqlDbType.Text, cancel);
            await WriteAsync(copy, row.Email, cancel);
            await WriteAsync(copy, row.Phone, cancel);
            await WriteAsync(copy, row.PostalCode, cancel);
            await WriteAsync(copy, row.MunicipalityCode, cancel);
            await WriteAsync(copy, row.AssociationId, NpgsqlDbType.Uuid, cancel);
            await WriteAsync(copy, row.Gender, cancel);
            await WriteAsync(copy, row.BirthYear, NpgsqlDbType.Integer, cancel);
            await WriteAsync(copy, row.MemberSince, NpgsqlDbType.Date, cancel);
            await WriteAsync(copy, row.PaidUntil, NpgsqlDbType.Date, cancel);
            count++;
        }
        await copy.CompleteAsync(cancel);
        return count;
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, string? value, CancellationToken cancel) =>
        value is null ? copy.WriteNullAsync(cancel) : copy.WriteAsync(value, NpgsqlDbType.Text, cancel);

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type, CancellationToken cancel)
        where T : struct => value is { } known ? copy.WriteAsync(known, type, cancel) : copy.WriteNullAsync(cancel);
}
