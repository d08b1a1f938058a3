import { PASS_ALPHABET, PASS_LENGTH } from "../participant.ts";

/** What the QR code on a pass says: whose registration, and which of its people. It opens nothing but the door. */
export interface Pass {
  readonly registration: string;
  readonly pass: string;
}

const PREFIX = "DATELINE";
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** In capitals, so that a QR code holds it in its alphanumeric mode. */
export const passText = ({ registration, pass }: Pass): string =>
  `${PREFIX}:${registration.toUpperCase()}:${pass}`;

/** What is read of a pass: without the registration where only the code below the QR code was typed. */
export type ReadPass = Pick<Pass, "pass"> & Partial<Pass>;

/**
 * What a scanner read or a person typed; undefined for what is no pass. O is read as 0, I and L as 1 (Crockford), and
 * what was typed with the keyboard in Russian or Kazakh as what the same keys are in English.
 */
export function readPass(text: string): ReadPass | undefined {
  const [first = "", ...rest] = inEnglish(text.replace(/\s/g, "").toUpperCase()).split(":");
  if (rest.length === 0) return withCode(first, {});
  const [id = "", code = "", ...more] = rest;
  const registration = id.toLowerCase();
  return first === PREFIX && UUID.test(registration) && more.length === 0
    ? withCode(code, { registration })
    : undefined;
}

function withCode(code: string, whose: Partial<Pass>): ReadPass | undefined {
  const pass = code.replaceAll("-", "").replaceAll("O", "0").replace(/[IL]/g, "1");
  const isPass =
    pass.length === PASS_LENGTH && [...pass].every((character) => PASS_ALPHABET.includes(character));
  return isPass ? { ...whose, pass } : undefined;
}

/** Whether a keyboard that is not in English may have typed it: scanners press keys, and the layout makes letters of them. */
export const isCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);

/**
 * What the keys of a pass become in the layouts "Russian" and "Kazakh" of Windows; letters are the same in both, the
 * Kazakh one has letters in the row of digits as well. Colon is typed with Shift.
 * Source: https://learn.microsoft.com/globalization/windows-keyboard-layouts
 */
const KEYS = new Map(
  [
    ["QWERTYUIOPASDFGHJKLZXCVBNM:", "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬЖ"],
    ["1234567890-", '"ӘІҢҒ,.ҮҰҚӨ'],
  ].flatMap(([english = "", typed = ""]) => [...typed].map((key, i) => [key, english[i] ?? ""])),
);

const inEnglish = (text: string): string =>
  isCyrillic(text) ? [...text].map((key) => KEYS.get(key) ?? key).join("") : text;
