import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/**
 * Seals the secrets of links, so that later mails can carry them although no table holds them, and what a browser keeps:
 * with a key in KMS on AWS, with a key in a file on one machine.
 */
export interface TokenSeal {
  /** @param of what it is about, such as the id of the registration: what is sealed for one opens for no other */
  seal(secret: string, of: string): Promise<string>;
  /** @throws Unsealable what was not sealed with this key, or for something else */
  open(sealed: string, of: string): Promise<string>;
}

/** Something that we did not seal, or not for this. */
export class SealInvalid extends Error {
  override readonly name = "Unsealable";
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals with a key that this process holds: AES-256-GCM (NIST SP 800-38D), the id as additional data. */
export function keySeal(key: Uint8Array): TokenSeal {
  return {
    seal: async (secret, of) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(of));
      const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url");
    },
    open: async (sealed, of) => {
      const bytes = Buffer.from(sealed, "base64url");
      const text = NONCE_BYTES + TAG_BYTES;
      try {
        const nonce = bytes.subarray(0, NONCE_BYTES);
        // Without the length, four bytes of a tag would do: few enough to be tried.
        const cipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES })
          .setAAD(Buffer.from(of))
          .setAuthTag(bytes.subarray(NONCE_BYTES, text));
        return Buffer.concat([cipher.update(bytes.subarray(text)), cipher.final()]).toString("utf8");
      } catch (cause) {
        throw new SealInvalid("The key does not open this.", { cause });
      }
    },
  };
}
