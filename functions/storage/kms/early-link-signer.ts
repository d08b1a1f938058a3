import {
  GenerateMacCommand,
  type KMSClient,
  KMSInvalidMacException,
  VerifyMacCommand,
} from "@aws-sdk/client-kms";
import { codeBytes, type LinkSigner, signedText } from "../../domain/early/link-signer.ts";

const ALGORITHM = "HMAC_SHA_256";

/**
 * Signs links with a key of KMS, which never leaves it.
 * Source: AWS KMS API reference, GenerateMac and VerifyMac.
 */
export function kmsSigner(client: KMSClient, keyId: string): LinkSigner {
  return {
    sign: async (purpose, id) => {
      const { Mac } = await client.send(
        new GenerateMacCommand({ KeyId: keyId, MacAlgorithm: ALGORITHM, Message: signedText(purpose, id) }),
      );
      if (!Mac) throw new Error("KMS gave no code.");
      return Buffer.from(Mac).toString("base64url");
    },
    verifies: async (purpose, id, code) => {
      const Mac = codeBytes(code);
      if (!Mac) return false;
      try {
        const verified = await client.send(
          new VerifyMacCommand({
            KeyId: keyId,
            MacAlgorithm: ALGORITHM,
            Message: signedText(purpose, id),
            Mac,
          }),
        );
        return verified.MacValid === true;
      } catch (error) {
        if (error instanceof KMSInvalidMacException) return false;
        throw error;
      }
    },
  };
}
