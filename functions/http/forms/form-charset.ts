import { charsetRefused } from "./form-refusals.ts";

/** Makes text of the bytes of a field. @throws Refusal `form-charset` for bytes that are none of its letters */
export type FieldDecoder = (bytes: Uint8Array) => string;

/** The field in which a form may name its charset (HTML Standard, "Multipart form data"; RFC 7578, section 4.6). */
export const CHARSET_FIELD = "_charset_";

/**
 * What reads the fields of a form, strictly: a letter is never replaced by U+FFFD, which nobody could mend afterwards.
 *
 * @param label what the form says of itself; UTF-8 where it says nothing
 * @throws Refusal `form-charset` for a charset that is not known, or in which no form is written (UTF-16)
 */
export function fieldDecoder(label: string | undefined): FieldDecoder {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label?.trim() || "utf-8", { fatal: true, ignoreBOM: true });
  } catch (cause) {
    throw charsetRefused(415, cause);
  }
  if (decoder.encoding.startsWith("utf-16")) throw charsetRefused(415);
  return (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch (cause) {
      throw charsetRefused(400, cause);
    }
  };
}
