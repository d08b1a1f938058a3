import { PASS_ALPHABET, PASS_LENGTH } from "./participant.ts";

/** What the code on a pass says: whose registration, and which of its people. It opens nothing but the door. */
export interface Pass {
  readonly registration: string;
  readonly pass: string;
}

const PREFIX = "DATELINE";
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** In capitals, so that a QR code holds it in its alphanumeric mode. */
export const passText = ({ registration, pass }: Pass): string =>
  `${PREFIX}:${registration.toUpperCase()}:${pass}`;

/** What a scanner read or a person typed; undefined for what is no pass. O is read as 0, I and L as 1 (Crockford). */
export function readPass(text: string): Pass | undefined {
  const [prefix, id = "", code = "", ...more] = text.replace(/\s/g, "").toUpperCase().split(":");
  const registration = id.toLowerCase();
  const pass = code.replaceAll("-", "").replaceAll("O", "0").replace(/[IL]/g, "1");
  const isPass =
    pass.length === PASS_LENGTH && [...pass].every((character) => PASS_ALPHABET.includes(character));
  return prefix === PREFIX && UUID.test(registration) && isPass && more.length === 0
    ? { registration, pass }
    : undefined;
}
