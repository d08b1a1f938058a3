import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keySigner, type LinkSigner } from "../../../functions/domain/early/link-signer.ts";
import { keySeal, type TokenSeal } from "../../../functions/domain/registration/links/token-seal.ts";
import { storing } from "./state-usable.ts";

const BYTES = 32;

/**
 * Signs links with the key of a state directory, a file that nobody but its owner can read. It is made when it is
 * first needed; without it no link of before opens anything.
 */
export function localLinkSigner(state: string): LinkSigner {
  return keySigner(keyOfRow(state, "link.key"));
}

/** Seals the secrets of registrations with a key of its own beside it; without it no mail can carry their links. */
export function localTokenSeal(state: string): TokenSeal {
  return keySeal(keyOfRow(state, "seal.key"));
}

function keyOfRow(state: string, name: string): Uint8Array {
  const file = join(state, name);
  if (!existsSync(file)) storing(state, () => makeKey(file));
  return readFileSync(file);
}

/** It appears under its name with all of its bytes: half a key, of a full disk, would be taken for one. */
function makeKey(file: string): void {
  const next = `${file}.${randomUUID()}`;
  try {
    writeFileSync(next, randomBytes(BYTES), { flag: "wx", mode: 0o600 });
    linkSync(next, file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EPERM" || code === "ENOTSUP")
      renameSync(next, file); // a file system without links
    else if (code !== "EEXIST") throw error; // else another process was a moment faster
  } finally {
    rmSync(next, { force: true });
  }
}
