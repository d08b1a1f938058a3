import { DecryptCommand, EncryptCommand, type KMSClient } from "@aws-sdk/client-kms";
import { SealInvalid, type TokenSeal } from "../../domain/registration/links/token-seal.ts";

/** Seals with a symmetric key in KMS, which nobody reads; the id is the encryption context, so it stands in CloudTrail. */
export function kmsSeal(client: KMSClient, keyId: string): TokenSeal {
  const context = (of: string) => ({ registration: of });
  return {
    seal: async (secret, of) => {
      const { CiphertextBlob } = await client.send(
        new EncryptCommand({
          KeyId: keyId,
          Plaintext: new TextEncoder().encode(secret),
          EncryptionContext: context(of),
        }),
      );
      if (!CiphertextBlob) throw new Error("KMS sealed nothing.");
      return Buffer.from(CiphertextBlob).toString("base64url");
    },
    open: async (sealed, of) => {
      const { Plaintext } = await client
        .send(
          new DecryptCommand({
            KeyId: keyId,
            CiphertextBlob: Buffer.from(sealed, "base64url"),
            EncryptionContext: context(of),
          }),
        )
        .catch((error: unknown) => {
          throw isNotOurs(error) ? new SealInvalid("The key does not open this.", { cause: error }) : error;
        });
      if (!Plaintext) throw new Error("KMS opened nothing.");
      return new TextDecoder().decode(Plaintext);
    },
  };
}

/** KMS API reference, Decrypt: sealed with another key or for another context, altered, or nothing sealed at all. */
function isNotOurs(error: unknown): boolean {
  return (
    error instanceof Error && ["InvalidCiphertextException", "IncorrectKeyException"].includes(error.name)
  );
}
