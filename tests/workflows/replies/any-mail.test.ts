import { expect, test } from "vitest";
import { readMail } from "../../../functions/workflows/replies/received-mail.ts";
import { fc } from "../../worlds/documents/fast-check.ts";
import { fromApple, fromGoogle, fromOutlook } from "../../worlds/registration/received-mails.ts";

const AIGUL = "aigul@example.org";
const WHOLE = [fromApple, fromGoogle, fromOutlook].map(
  (from) => from({ from: AIGUL, uid: "one@example.org", answer: "DECLINED" }).raw,
);

const read = (raw: Buffer) => readMail({ raw, returnPath: AIGUL });

test("whatever has become of a mail on its way, reading it is no failure", async () => {
  const damage = fc.record({ at: fc.nat(), bytes: fc.uint8Array({ maxLength: 8 }), cut: fc.boolean() });
  const damaged = fc.record({
    which: fc.nat({ max: WHOLE.length - 1 }),
    by: fc.array(damage, { maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(damaged, async ({ which, by }) => {
      let raw = WHOLE[which] ?? Buffer.alloc(0);
      for (const { at, bytes, cut } of by) {
        const n = at % (raw.length + 1);
        raw = Buffer.concat([raw.subarray(0, n), bytes, ...(cut ? [] : [raw.subarray(n)])]);
      }
      await read(raw);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["bytes", fc.uint8Array({ maxLength: 400 })],
  ["text", fc.string({ maxLength: 400, unit: "binary" }).map((text) => Buffer.from(text))],
])("any %s can come", async (_, bytes) => {
  await fc.assert(
    fc.asyncProperty(bytes, async (raw) => {
      await read(Buffer.from(raw));
    }),
  );
});

const nested = (depth: number) =>
  Array.from(
    { length: depth },
    (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
  ).join("");

test.each([
  ["parts within parts", `From: ${AIGUL}\r\n${nested(2_500)}`],
  ["a thousand senders", `From: ${`${AIGUL}, `.repeat(7_000)}\r\n\r\n`],
  [
    "parameters without end",
    `From: ${AIGUL}\r\nContent-Type: text/plain; ${"a*0*=b; ".repeat(15_000)}\r\n\r\n`,
  ],
  ["an encoded word after another", `From: ${"=?utf-8?q?a?= ".repeat(8_000)}<${AIGUL}>\r\n\r\n`],
  [
    "HTML that never closes",
    `From: ${AIGUL}\r\nContent-Type: text/html\r\n\r\n${"<div><a href=".repeat(11_000)}`,
  ],
  [
    "a calendar without end",
    `From: ${AIGUL}\r\nContent-Type: text/calendar\r\n\r\n${"BEGIN:VCALENDAR\r\n".repeat(8_000)}`,
  ],
])("%s, as much as SES hands over, is read to its end", async (_, text) => {
  expect(text.length).toBeGreaterThan(90_000);
  const received = await read(Buffer.from(text)); // a reader that backtracks would outlast the test
  expect([undefined, AIGUL]).toContain(received?.from);
});
