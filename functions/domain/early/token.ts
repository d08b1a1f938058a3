import type { LinkSigner } from "./link-signer.ts";

/** A token of early access: `{grantId}.{code}`. The code proves that the press office made it. */
export interface Token {
  readonly grantId: string;
  readonly code: string;
}

const GRANT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The parts of a token, or undefined for a text that has not its shape. */
export function readEarlyToken(text: string): Token | undefined {
  const [grantId = "", code = "", ...more] = text.split(".");
  return more.length === 0 && GRANT_ID.test(grantId) && code !== "" ? { grantId, code } : undefined;
}

export async function makeToken(signer: LinkSigner, grantId: string): Promise<string> {
  return `${grantId}.${await signer.sign("early access link", grantId)}`;
}

export function isGenuine(signer: LinkSigner, { grantId, code }: Token): Promise<boolean> {
  return signer.verifies("early access link", grantId, code);
}
