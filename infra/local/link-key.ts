import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keySigner, type LinkSigner } from "../../functions/domain/early/link-signer.ts";

const BYTES = 32;

/**
 * Signs links with the key of a state directory, a file that nobody but its owner can read. It is made when it is
 * first needed; without it no link of before opens anything.
 */
export function localLinkSigner(state: string): LinkSigner {
  const file = join(state, "link.key");
  try {
    writeFileSync(file, randomBytes(BYTES), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return keySigner(readFileSync(file));
}
