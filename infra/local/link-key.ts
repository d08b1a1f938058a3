import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keySigner, type LinkSigner } from "../../functions/domain/early/link-signer.ts";
import { keySeal, type TokenSeal } from "../../functions/domain/registration/token-seal.ts";

const BYTES = 32;

/**
 * Signs links with the key of a state directory, a file that nobody but its owner can read. It is made when it is
 * first needed; without it no link of before opens anything.
 */
export function localLinkSigner(state: string): LinkSigner {
  return keySigner(keyIn(state, "link.key"));
}

/** Seals the secrets of registrations with a key of its own beside it; without it no mail can carry their links. */
export function localTokenSeal(state: string): TokenSeal {
  return keySeal(keyIn(state, "seal.key"));
}

function keyIn(state: string, name: string): Uint8Array {
  const file = join(state, name);
  try {
    writeFileSync(file, randomBytes(BYTES), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(file);
}
