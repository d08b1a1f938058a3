import type { MIMEType } from "node:util";
import type { Context, MiddlewareHandler } from "hono";
import { Refusal } from "../../domain/refusal.ts";
import {
  LARGEST_FORM,
  LARGEST_LIST_FORM,
  LONGEST_COOKIES,
  LONGEST_TARGET,
  MOST_FIELDS,
  MOST_VALUES,
} from "../../domain/request-limits.ts";
import { formTooLarge, tooManyFields, unreadable } from "./form-refusals.ts";
import { mimeType } from "./form-type.ts";
import { multipartFields } from "./multipart.ts";
import { urlencodedFields } from "./urlencoded.ts";

/** Names with their values, in the order in which they were sent. */
export type SentForm = Iterable<readonly [string, FormDataEntryValue]>;

/** RFC 2046, section 5.1.1. */
const LONGEST_BOUNDARY = 70;

const forms = new WeakMap<Context["req"], SentForm>();

/**
 * Reads the form of a request once, before any route, for whatever is submitted: no door can take more than the others.
 * What is too much is refused before it is parsed, so that the cost is linear in the bytes that are taken.
 *
 * @throws Refusal `form-too-large`, `form-too-many-fields`, `form-unreadable`, `form-charset`, `address-too-long`,
 * `cookies-too-long`
 */
export const readForms: MiddlewareHandler = async (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  if (pathname.length + search.length > LONGEST_TARGET) throw addressTooLong();
  if ((c.req.header("Cookie") ?? "").length > LONGEST_COOKIES) throw cookiesTooLong();
  if (c.req.method === "POST") forms.set(c.req, await sentForm(c.req.raw, mostBytes(pathname)));
  return next();
};

/** The form of this very request; an empty one where it had none. */
export const formOf = (c: Context): SentForm => forms.get(c.req) ?? [];

/** A list of a delegation may be a workbook, and is read at an address of its own. */
const mostBytes = (path: string): number =>
  /^\/[^/]+\/register\/[^/]+\/list$/.test(path) ? LARGEST_LIST_FORM : LARGEST_FORM;

async function sentForm(request: Request, most: number): Promise<SentForm> {
  const body = await bodyOf(request, most);
  if (body.byteLength === 0) return [];
  const form = fieldsIn(body, mimeType(request.headers.get("Content-Type") ?? "", 415));
  const values = new Map<string, number>();
  for (const [name] of form) {
    const count = (values.get(name) ?? 0) + 1;
    if (count > MOST_VALUES) throw tooManyFields();
    values.set(name, count);
  }
  if (values.size > MOST_FIELDS) throw tooManyFields();
  return form;
}

/** Both kinds of forms that browsers send. @throws Refusal `form-unreadable`, `form-charset`, `form-too-many-fields` */
function fieldsIn(body: Buffer<ArrayBuffer>, type: MIMEType): [string, FormDataEntryValue][] {
  const charset = type.params.get("charset") ?? undefined;
  if (type.essence === "application/x-www-form-urlencoded") {
    if (isMoreThan(MOST_FIELDS * MOST_VALUES, "&", body)) throw tooManyFields();
    return urlencodedFields(body, charset);
  }
  if (type.essence !== "multipart/form-data") throw unreadable(415);
  const boundary = type.params.get("boundary") ?? "";
  if (boundary === "" || boundary.length > LONGEST_BOUNDARY) throw unreadable(400);
  if (isMoreThan(MOST_FIELDS * MOST_VALUES, `--${boundary}`, body)) throw tooManyFields();
  return multipartFields(body, boundary, charset);
}

/** The bytes of a body, of which no more are kept than a form may have, whatever its length was said to be. */
async function bodyOf(request: Request, most: number): Promise<Buffer<ArrayBuffer>> {
  if (Number(request.headers.get("Content-Length") ?? 0) > most) throw formTooLarge(most);
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Not cancelled where it is left: undici's own streams fail when they are, outside of anything that could catch it.
  for await (const chunk of request.body?.values({ preventCancel: true }) ?? []) {
    size += chunk.byteLength;
    if (size > most) throw formTooLarge(most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Whether a separator occurs more often; what comes after that is not looked at. */
function isMoreThan(most: number, separator: string, bytes: Buffer): boolean {
  let at = bytes.indexOf(separator);
  for (let count = 0; at >= 0; count++) {
    if (count === most) return true;
    at = bytes.indexOf(separator, at + separator.length);
  }
  return false;
}

const addressTooLong = (): Refusal =>
  new Refusal(
    "address-too-long",
    414,
    `An address has at most ${LONGEST_TARGET} characters.`,
    "Use the link as it was given.",
  );

const cookiesTooLong = (): Refusal =>
  new Refusal(
    "cookies-too-long",
    431,
    `Cookies have at most ${LONGEST_COOKIES} characters in all.`,
    "Delete the cookies of this site.",
  );
