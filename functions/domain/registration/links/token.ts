import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** What a link to a registration opens, as its token names it. */
export interface RegistrationToken {
  readonly event: string;
  readonly registration: string;
  /** 24 random bytes, base64url. */
  readonly secret: string;
}

const SECRET_BYTES = 24;
const TOKEN_BYTES = 16 + 16 + SECRET_BYTES;
const SHAPE = /^[A-Za-z0-9_-]{75}$/;

export const newSecret = (): string => randomBytes(SECRET_BYTES).toString("base64url");

/** 75 characters: the ids of event and registration tell where to look, the secret opens. */
export function tokenText({ event, registration, secret }: RegistrationToken): string {
  const ids = Buffer.from(`${event}${registration}`.replaceAll("-", ""), "hex");
  return Buffer.concat([ids, Buffer.from(secret, "base64url")]).toString("base64url");
}

/** The parts of a token, or undefined for a text that has not its shape. */
export function readToken(text: string): RegistrationToken | undefined {
  if (!SHAPE.test(text)) return undefined;
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length !== TOKEN_BYTES || bytes.toString("base64url") !== text) return undefined;
  return {
    event: uuidOf(bytes.subarray(0, 16)),
    registration: uuidOf(bytes.subarray(16, 32)),
    secret: bytes.subarray(32).toString("base64url"),
  };
}

export const hashOfSecret = (secret: string): string =>
  createHash("sha256").update(`registration ${secret}`).digest("base64url");

/** Compared in constant time. */
export function opens(secret: string, hash: string): boolean {
  const one = Buffer.from(hashOfSecret(secret));
  const other = Buffer.from(hash);
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Digits of the code that stands in the mail beside the link, for those who read it on another device. */
export const CODE_DIGITS = 6;
/** The code that belongs to a secret: whoever has the one needs not be sent the other. */
export function codeOf(secret: string): string {
  const number = createHash("sha256").update(`code ${secret}`).digest().readUIntBE(0, 6);
  return String(number % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, "0");
}

/** Whether the code as typed, with blanks or a hyphen, is that of the secret. */
export function isCode(typed: string, secret: string): boolean {
  const digits = Buffer.from(typed.replace(/[\s\u00a0-]/g, "").padEnd(CODE_DIGITS));
  const code = Buffer.from(codeOf(secret));
  return digits.length === code.length && timingSafeEqual(digits, code);
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
