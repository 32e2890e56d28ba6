using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace VpVarmland.Tests;

/// <summary>A passkey device in software: one P-256 key, attestation "none" (WebAuthn level 2, §6).</summary>
internal sealed class SoftwareAuthenticator(Uri site)
{
    private const byte UserPresent = 1, UserVerified = 4, HasCredential = 64;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    private byte[] user = [];
    private uint count;

    /// <summary>The origin that the browser would report; another one for a phishing page.</summary>
    internal string Origin { get; set; } = site.GetLeftPart(UriPartial.Authority);

    /// <summary>False for a device that did not check who holds it.</summary>
    internal bool VerifiesUser { get; set; } = true;

    /// <summary>What <c>navigator.credentials.create()</c> would give.</summary>
    internal object Create(JsonElement options)
    {
        user = Base64Url.DecodeFromChars(options.GetProperty("user").GetProperty("id").GetString());
        var attestation = new CborWriter();
        attestation.WriteStartMap(3);
        attestation.WriteTextString("fmt");
        attestation.WriteTextString("none");
        attestation.WriteTextString("attStmt");
        attestation.WriteStartMap(0);
        attestation.WriteEndMap();
        attestation.WriteTextString("authData");
        attestation.WriteByteString(AuthenticatorData(options.GetProperty("rp").GetProperty("id").GetString()!, withCredential: true));
        attestation.WriteEndMap();
        return Credential(new
        {
            clientDataJSON = Base64Url.EncodeToString(ClientData("webauthn.create", options)),
            attestationObject = Base64Url.EncodeToString(attestation.Encode()),
            transports = new[] { "internal" },
        });
    }

    /// <summary>What <c>navigator.credentials.get()</c> would give.</summary>
    internal object Get(JsonElement options)
    {
        var client = ClientData("webauthn.get", options);
        var data = AuthenticatorData(options.GetProperty("rpId").GetString()!, withCredential: false);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new
        {
            clientDataJSON = Base64Url.EncodeToString(client),
            authenticatorData = Base64Url.EncodeToString(data),
            signature = Base64Url.EncodeToString(signature),
            userHandle = Base64Url.EncodeToString(user),
        });
    }

    private object Credential(object response) => new
    {
        id = Base64Url.EncodeToString(id),
        rawId = Base64Url.EncodeToString(id),
        type = "public-key",
        response,
        clientExtensionResults = new { },
        authenticatorAttachment = "platform",
    };

    private byte[] ClientData(string type, JsonElement options) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        type,
        challenge = options.GetProperty("challenge").GetString(),
        origin = Origin,
        crossOrigin = false,
    }));

    private byte[] AuthenticatorData(string relyingParty, bool withCredential)
    {
        var flags = (byte)(UserPresent | (VerifiesUser ? UserVerified : 0) | (withCredential ? HasCredential : 0));
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, ++count);
        byte[] head = [.. SHA256.HashData(Encoding.UTF8.GetBytes(relyingParty)), flags, .. counter];
        return withCredential ? [.. head, .. new byte[16], 0, (byte)id.Length, .. id, .. PublicKey()] : head;
    }

    /// <summary>The key as COSE has it (RFC 9053): EC2, ES256, P-256.</summary>
    private byte[] PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var writer = new CborWriter(CborConformanceMode.Ctap2Canonical);
        writer.WriteStartMap(5);
        writer.WriteInt32(1);
        writer.WriteInt32(2);
        writer.WriteInt32(3);
        writer.WriteInt32(-7);
        writer.WriteInt32(-1);
        writer.WriteInt32(1);
        writer.WriteInt32(-2);
        writer.WriteByteString(point.X!);
        writer.WriteInt32(-3);
        writer.WriteByteString(point.Y!);
        writer.WriteEndMap();
        return writer.Encode();
    }
}
