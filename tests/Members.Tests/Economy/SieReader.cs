using System.Globalization;
using System.Text;

namespace VpVarmland.Tests.Economy;

/// <summary>A voucher as it was read back.</summary>
internal sealed record ReadVoucher(string Series, int Number, string Day, string Text, IReadOnlyList<(int Account, string? Centre, decimal Amount, string Text)> Rows);

/// <summary>Reads SIE 4 as an accounting program would, independently of what writes it: bytes of code page 437, fields in quotation marks, objects in braces.</summary>
internal sealed class SieReader
{
    internal Dictionary<string, List<string[]>> Records { get; } = new(StringComparer.Ordinal);

    internal List<ReadVoucher> Vouchers { get; } = [];

    internal static SieReader Read(byte[] file)
    {
        var reader = new SieReader();
        var text = CodePagesEncodingProvider.Instance.GetEncoding(437)!.GetString(file);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        foreach (var fields in text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(Fields))
        {
            if (fields[0] == "#VER")
                reader.Vouchers.Add(new ReadVoucher(fields[1], int.Parse(fields[2], CultureInfo.InvariantCulture), fields[3], fields[4], new List<(int, string?, decimal, string)>()));
            else if (fields[0] == "#TRANS")
                ((List<(int, string?, decimal, string)>)reader.Vouchers[^1].Rows).Add((int.Parse(fields[1], CultureInfo.InvariantCulture), fields[2].Length == 0 ? null : Fields(fields[2])[1], decimal.Parse(fields[3], CultureInfo.InvariantCulture), fields[5]));
            else if (fields[0] is not ("{" or "}"))
                (reader.Records.TryGetValue(fields[0], out var records) ? records : reader.Records[fields[0]] = []).Add(fields[1..]);
        }
        return reader;
    }

    private static string[] Fields(string line)
    {
        var (fields, at) = (new List<string>(), 0);
        line = line.Trim();
        if (line is "{" or "}")
            return [line];
        while (at < line.Length)
        {
            if (line[at] == ' ')
            {
                at++;
                continue;
            }
            var field = new StringBuilder();
            if (line[at] == '"')
            {
                for (at++; line[at] != '"'; at++)
                    field.Append(line[at] == '\\' ? line[++at] : line[at]);
                at++;
            }
            else if (line[at] == '{')
            {
                // An object list; quotation marks inside may hold anything but a brace here.
                var end = line.IndexOf('}', at);
                field.Append(line.AsSpan(at + 1, end - at - 1));
                at = end + 1;
            }
            else
            {
                while (at < line.Length && line[at] != ' ')
                    field.Append(line[at++]);
            }
            fields.Add(field.ToString());
        }
        return [.. fields];
    }
}
