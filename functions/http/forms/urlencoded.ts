import { CHARSET_FIELD, fieldDecoder } from "./form-charset.ts";

const PLUS = 0x2b;
const PERCENT = 0x25;
const BLANK = 0x20;

/**
 * Fields of a form as it is sent by default (URL Standard, "application/x-www-form-urlencoded parsing"), but in the
 * charset that it names. Linear in its bytes.
 *
 * @throws Refusal `form-charset`
 */
export function urlencodedFields(body: Buffer, charset: string | undefined): [string, string][] {
  const pairs: [Buffer, Buffer][] = [];
  for (let at = 0; at < body.length; ) {
    const found = body.indexOf("&", at);
    const end = found < 0 ? body.length : found;
    if (end > at) pairs.push(pairIn(body.subarray(at, end)));
    at = end + 1;
  }
  const named = pairs.find(([name]) => name.toString("latin1") === CHARSET_FIELD)?.[1].toString("latin1");
  const decode = fieldDecoder(charset ?? named);
  return pairs.map(([name, value]) => [decode(name), decode(value)]);
}

function pairIn(bytes: Buffer): [Buffer, Buffer] {
  const equals = bytes.indexOf("=");
  if (equals < 0) return [unescaped(bytes), Buffer.alloc(0)];
  return [unescaped(bytes.subarray(0, equals)), unescaped(bytes.subarray(equals + 1))];
}

/** A plus sign is a blank; a percent sign that begins no escape stays as it is. */
function unescaped(bytes: Buffer): Buffer {
  const out = Buffer.alloc(bytes.length);
  let size = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const high = byte === PERCENT ? digitOf(bytes[at + 1]) : undefined;
    const low = high === undefined ? undefined : digitOf(bytes[at + 2]);
    if (high !== undefined && low !== undefined) {
      out[size++] = high * 16 + low;
      at += 2;
    } else out[size++] = byte === PLUS ? BLANK : byte;
  }
  return out.subarray(0, size);
}

/** What a hexadecimal digit in ASCII is worth. */
function digitOf(byte: number | undefined): number | undefined {
  if (byte === undefined) return undefined;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20; // in lower case
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : undefined;
}
