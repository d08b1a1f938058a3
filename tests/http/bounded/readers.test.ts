import { describe, expect, test } from "vitest";
import { openCursor } from "../../../functions/domain/api/cursor.ts";
import { ITEM_QUERIES, LIST_QUERIES, readQuery } from "../../../functions/domain/api/query.ts";
import { countedDownload } from "../../../functions/domain/downloads/counted-download.ts";
import { keySigner } from "../../../functions/domain/early/link-signer.ts";
import { readEarlyToken } from "../../../functions/domain/early/token.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import {
  addressError,
  addressHashes,
  deliverableAddress,
  mailboxHash,
} from "../../../functions/domain/registration/address.ts";
import { readDelegation } from "../../../functions/domain/registration/delegation/read-delegation.ts";
import { isCode, readToken } from "../../../functions/domain/registration/links/token.ts";
import { cleanLine, cleanText } from "../../../functions/domain/registration/text/clean-text.ts";
import { nameError, organisationError } from "../../../functions/domain/registration/text/name-error.ts";
import { isNotModified } from "../../../functions/http/answers/validators.ts";
import { mimeType } from "../../../functions/http/forms/form-type.ts";
import { multipartFields } from "../../../functions/http/forms/multipart.ts";
import { urlencodedFields } from "../../../functions/http/forms/urlencoded.ts";
import { sortKeyOf, yearOf } from "../../../functions/http/lists/lists.ts";
import { invitedTo, readFormToken } from "../../../functions/http/registration/form-token.ts";
import { preferredLanguage } from "../../../functions/http/request/visit.ts";
import { receivedMailHandler } from "../../../functions/lambda/mail/ses-received-mail.ts";
import { registrationInUid } from "../../../functions/rendering/calendar/invitation.ts";
import { listFileText } from "../../../functions/workflows/registration/list-file/list-file-text.ts";
import { calendarAnswer } from "../../../functions/workflows/replies/calendar-answer.ts";
import { readMail } from "../../../functions/workflows/replies/received-mail.ts";
import { edgeEvent, loadEdgeFunction } from "../../../infra/local/edge/edge-function.ts";
import { byteRange, rangeHolds } from "../../../infra/local/s3/byte-range.ts";
import { superlinear } from "../../worlds/content/growth.ts";
import { hostileTexts } from "../../worlds/documents/hostile-texts.ts";
import { uuid } from "../../worlds/documents/parts.ts";

const NOW = "2027-07-01T05:00:00Z";
const SIGNER = keySigner(new TextEncoder().encode("a key of tests"));

/** What reads something that a stranger sends, and how texts begin that it takes. */
interface Reader {
  readonly read: (text: string) => unknown;
  readonly begins?: readonly string[];
  readonly largest?: number;
}

/** A refusal is an answer, too. */
function unlessRefused(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

const viewerRequest = loadEdgeFunction("viewer-request", () => new Date(NOW));
const atEdge = (target: string, headers: Record<string, string> = {}) =>
  viewerRequest(edgeEvent("GET", target, headers, "198.51.100.7"));

const download = (request: { range?: string; userAgent?: string; purpose?: string }) =>
  countedDownload(
    { path: "/downloads/kit/file", rendition: "original" },
    { method: "GET", userAgent: "Mozilla/5.0", ...request },
    NOW,
  );

const queries = { ...LIST_QUERIES, item: ITEM_QUERIES.kits };
const calendar = (line: string) =>
  calendarAnswer(
    `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n${line}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
  );
const MAIL = 'From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n';
const mail = (raw: string) => readMail({ raw: Buffer.from(raw), returnPath: "a@example.org" });
const PART = '--b\r\nContent-Disposition: form-data; name="name"';

const READERS: Record<string, Reader> = {
  "Accept-Language": { read: preferredLanguage },
  "If-None-Match": {
    read: (ifNoneMatch) => isNotModified({ ifNoneMatch, ifModifiedSince: undefined }, '"a"', NOW),
    begins: ["", '"a"'],
  },
  "If-Modified-Since": {
    read: (ifModifiedSince) => isNotModified({ ifNoneMatch: undefined, ifModifiedSince }, '"a"', NOW),
    begins: ["", "Thu, 01 Jul 2027 "],
  },
  "Range of a download": { read: (range) => download({ range }), begins: ["", "bytes=", "bytes=0"] },
  "User-Agent of a download": {
    read: (userAgent) => download({ userAgent }),
    begins: ["", "Mozilla/5.0 (X11) "],
  },
  "Purpose of a download": { read: (purpose) => download({ purpose }) },
  "Range of media": { read: (range) => byteRange(range, 1_000), begins: ["", "bytes=", "bytes=1-"] },
  "If-Range of media": { read: (text) => rangeHolds(text, '"a"', new Date(NOW)) },
  "path at the edge": {
    read: (text) => atEdge(`/${text}`),
    begins: ["", "media/", "en/early/", "downloads/"],
  },
  "query at the edge": { read: (text) => atEdge(`/en/events/?${text}`), begins: ["", "a=1&"] },
  "Accept-Language at the edge": {
    read: (text) => atEdge("/", { "accept-language": text }),
    begins: ["", "ru;q=0.5", "ru;q="],
  },
  "query of the API": {
    read: (text) => Object.values(queries).map((each) => unlessRefused(() => readQuery(each, text))),
    begins: [
      "",
      "language=",
      "updatedSince=2027-07-01T00:00:00.",
      "limit=1",
      "topic=a-",
      "page=1",
      "cursor=",
    ],
  },
  "cursor of the API": { read: (text) => unlessRefused(() => openCursor("en releases", text)) },
  "cursor of a page": { read: (text) => unlessRefused(() => sortKeyOf(text)), begins: ["", `${NOW}_`] },
  "year of a page": { read: (text) => unlessRefused(() => yearOf(text)) },
  "token of a registration": { read: readToken },
  "token of early access": { read: readEarlyToken, begins: ["", `${uuid(1)}.`] },
  "token of a form": {
    read: (text) => readFormToken(SIGNER, uuid(1), text),
    begins: ["", `${uuid(1)}.${NOW}.`],
  },
  invitation: { read: (text) => invitedTo(SIGNER, uuid(1), text), begins: ["", "hall."] },
  code: { read: (text) => isCode(text, "secret") },
  "a line": { read: cleanLine },
  "several lines": { read: cleanText },
  "a name": { read: (text) => [nameError(text), organisationError(text)], begins: ["", "a."] },
  "an address": {
    read: (text) => [addressError(text), addressHashes(text), deliverableAddress(text), mailboxHash(text)],
    begins: ["", "a@", "a@b."],
  },
  "a list of names": { read: readDelegation, begins: ["", "name;badge\n"], largest: 20_000 },
  "a file with names": {
    read: (text) => listFileText(Buffer.from(text)),
    begins: ["", "PK\u0003\u0004", "PK\u0005\u0006"],
  },
  "a form": {
    read: (text) => unlessRefused(() => urlencodedFields(Buffer.from(text), undefined)),
    begins: ["", "name=", "_charset_="],
  },
  "a part of a form": {
    read: (text) =>
      unlessRefused(() => multipartFields(Buffer.from(`${PART}\r\n\r\n${text}\r\n--b--`), "b", undefined)),
    begins: ["", "\r\n--b"],
  },
  "type of a form": {
    read: (text) => unlessRefused(() => mimeType(text, 415).params.get("charset")),
    begins: ["", "multipart/form-data;", "multipart/form-data; boundary="],
  },
  "headers of a part": {
    read: (text) =>
      unlessRefused(() => multipartFields(Buffer.from(`${PART}${text}\r\n\r\n\r\n--b--`), "b", undefined)),
    begins: ["", "; a=", '; a="', "\r\nContent-Type: text/plain; charset="],
    largest: 4_000,
  },
  "a calendar": { read: calendarAnswer, begins: ["", "BEGIN:VCALENDAR\r\n"] },
  "a line of a calendar": {
    read: calendar,
    begins: ["", "ATTENDEE;CN=", 'ATTENDEE;CN="', "ATTENDEE:mailto:", "UID:", "DTSTART:", "RRULE:"],
  },
  "id of an entry": { read: registrationInUid, begins: ["", `${uuid(1)}.`] },
  "a mail": { read: mail },
  "headers of a mail": {
    read: (text) => mail(`${text}\r\n${MAIL}\r\n`),
    begins: [
      "From: ",
      "From: a <",
      "Content-Type: ",
      "Content-Type: text/calendar; a=",
      "Subject: ",
      "References: ",
    ],
  },
  "parts of a mail": {
    read: (text) => mail(`${MAIL}\r\n--b\r\n${text}`),
    begins: [
      "",
      "Content-Type: text/calendar\r\n\r\n",
      "Content-Transfer-Encoding: quoted-printable\r\n\r\n",
      "\r\n--b",
    ],
  },
  "a notification of a mail": {
    read: (content) =>
      receivedMailHandler(
        async () => {},
        () => {},
      )({
        Records: [
          {
            Sns: {
              Message: JSON.stringify({ notificationType: "Received", receipt: {}, mail: {}, content }),
            },
          },
        ],
      }),
  },
};

/** Larger than any of this reaches us, so that what is square shows. */
const LARGEST = 30_000;

describe("whatever reads what a stranger sends takes twice as long for twice as much", () => {
  test.each(Object.entries(READERS))("%s", async (_, { read, begins, largest = LARGEST }) => {
    const works = hostileTexts(begins).map(
      ([name, filling]) => [name, (length: number) => read(filling(length))] as const,
    );
    expect(await superlinear(works, largest)).toEqual([]);
  });
});
