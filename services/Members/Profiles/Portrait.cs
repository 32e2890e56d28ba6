using System.Buffers.Binary;

namespace VpVarmland.Members.Profiles;

/// <summary>A portrait as it may be shown to anybody: a JPEG without what the camera noted about place, time and owner.</summary>
internal static class Portrait
{
    /// <summary>Bytes; some 800 × 800 pixels.</summary>
    internal const int Largest = 300_000;

    /// <summary>Keeps what makes the picture and drops the rest (the APP1–APP13 and APP15 segments and comments of ISO/IEC 10918-1 annex B). Null where it is no whole JPEG.</summary>
    internal static byte[]? Clean(ReadOnlySpan<byte> file)
    {
        if (file.Length is < 4 or > Largest || file[0] != 0xFF || file[1] != 0xD8)
            return null;
        using var clean = new MemoryStream();
        clean.Write(file[..2]);
        for (var at = 2; at + 4 <= file.Length;)
        {
            if (file[at] != 0xFF)
                return null;
            var marker = file[at + 1];
            // Any number of fill bytes may stand before a marker.
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length)
                return null;
            if (IsPicture(marker))
                clean.Write(file.Slice(at, 2 + length));
            at += 2 + length;
            // After the start of the scan come the picture's own bytes, to the end of the image. What stands after that is nobody's.
            if (marker == 0xDA)
            {
                var end = file[at..].LastIndexOf([(byte)0xFF, (byte)0xD9]);
                if (end < 0)
                    return null;
                clean.Write(file.Slice(at, end + 2));
                return clean.ToArray();
            }
        }
        return null;
    }

    // JFIF (APP0) and Adobe's colour transform (APP14) are needed to show the colours right.
    private static bool IsPicture(byte marker) => marker is not (>= 0xE1 and <= 0xED or 0xEF or 0xFE or 0xD8 or 0xD9 or 0x00 or 0x01 or (>= 0xD0 and <= 0xD7));
}
