import { createHmac, timingSafeEqual } from "node:crypto";

/** What a code says: a code for one thing is never taken for another. `do not invite` hashes an address and opens nothing. */
export type LinkPurpose =
  | "early access link"
  | "early access cookie"
  | "registration form"
  | "registration confirmed"
  | "registration invitation"
  | "do not invite";

/**
 * Signs links with a key that nobody reads. On AWS the key lies in KMS, on one machine in a file; both make the same
 * kind of code, HMAC-SHA-256 (RFC 2104) as base64url, 43 characters.
 */
export interface LinkSigner {
  sign(purpose: LinkPurpose, id: string): Promise<string>;
  /** Whether `code` is what signing gives, compared in constant time. */
  verifies(purpose: LinkPurpose, id: string, code: string): Promise<boolean>;
}

/** The text that is signed: the purpose goes first and holds no line break, so no id can pretend to another purpose. */
export function signedText(purpose: LinkPurpose, id: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`dateline ${purpose} v1\n${id}`);
}

const CODE = /^[A-Za-z0-9_-]{43}$/;

/** The bytes of a code, or undefined for what can be none. */
export function codeBytes(code: string): Uint8Array<ArrayBuffer> | undefined {
  if (!CODE.test(code)) return undefined;
  const bytes = new Uint8Array(Buffer.from(code, "base64url"));
  return Buffer.from(bytes).toString("base64url") === code ? bytes : undefined; // the last character has spare bits
}

/** Signs with a key that this process holds. */
export function keySigner(key: Uint8Array): LinkSigner {
  const code = (purpose: LinkPurpose, id: string) =>
    createHmac("sha256", key).update(signedText(purpose, id)).digest();
  return {
    sign: async (purpose, id) => code(purpose, id).toString("base64url"),
    verifies: async (purpose, id, given) => {
      const bytes = codeBytes(given);
      return bytes !== undefined && timingSafeEqual(bytes, code(purpose, id));
    },
  };
}
