import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { readForm } from "../../../functions/domain/registration/form/form.ts";
import { formOf, readForms } from "../../../functions/http/forms/sent-form.ts";
import { formFields } from "../../../functions/http/registration/form-fields.ts";
import { fc } from "../../worlds/documents/fast-check.ts";
import { formPage } from "../../worlds/registration/registration-pages.ts";

const URLENCODED = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data; boundary=b";
const IN_1251 = Buffer.from("cfe8f1fcece0", "hex"); // Письма
const IN_KOI8 = Buffer.from("f0c9d3d8cdc1", "hex");

const app = new Hono()
  .use(readForms)
  .post("/", async (c) => c.json(await formFields(c)))
  .post("/shown", async (c) => c.html(formPage("ru", { values: readForm(await formFields(c)) })))
  .post("/names", (c) => c.json([...formOf(c)].map(([name]) => name)));

const post = (body: BodyInit, type: string, path = "/") =>
  app.request(path, { method: "POST", body, headers: { "Content-Type": type } });
const read = async (body: BodyInit, type: string) => (await post(body, type)).json();
const part = (headers: string, body: Uint8Array | string) =>
  Buffer.concat([
    Buffer.from(`--b\r\nContent-Disposition: form-data; ${headers}\r\n\r\n`),
    Buffer.from(body),
    Buffer.from("\r\n"),
  ]);
const multipart = (...parts: Buffer[]) => Buffer.concat([...parts, Buffer.from("--b--\r\n")]);

describe("a form is read in the charset that it names", () => {
  test.each([
    ["in its type", Buffer.concat([Buffer.from("name="), IN_1251]), `${URLENCODED}; charset=windows-1251`],
    ["in its type, in quotation marks", "name=%CF%E8%F1%FC%EC%E0", `${URLENCODED}; charset="Windows-1251"`],
    ["in KOI8-R", Buffer.concat([Buffer.from("name="), IN_KOI8]), `${URLENCODED}; charset=koi8-r`],
    [
      "in a part",
      multipart(part('name="name"\r\nContent-Type: text/plain; charset=cp1251', IN_1251)),
      MULTIPART,
    ],
    ["for all of its parts", multipart(part('name="name"', IN_1251)), `${MULTIPART}; charset=windows-1251`],
  ])("%s", async (_, body, type) => {
    expect(await read(body, type)).toEqual({ name: ["Письма"] });
  });

  test.each([
    ["as it is sent by default", "name=%CF%E8%F1%FC%EC%E0&_charset_=windows-1251", URLENCODED],
    [
      "in parts",
      multipart(part('name="_charset_"', "windows-1251"), part('name="name"', IN_1251)),
      MULTIPART,
    ],
  ])("in its own field, %s", async (_, body, type) => {
    expect(await read(body, type)).toEqual({ name: ["Письма"], _charset_: ["windows-1251"] });
  });

  test("and shown again in letters", async () => {
    const answer = await post("name=%CF%E8%F1%FC%EC%E0", `${URLENCODED}; charset=windows-1251`, "/shown");
    expect(await answer.text()).toContain('value="Письма"');
  });

  test("UTF-8 where it names none", async () => {
    expect(await read("name=%D3%98%D0%B9+%2B%zz%", URLENCODED)).toEqual({ name: ["Әй +%zz%"] });
  });
});

describe("a form in parts", () => {
  test.each<[string, string | Buffer<ArrayBuffer>]>([
    ["does not begin with its boundary", `\r\n${multipart(part('name="a"', "b"))}`],
    ["does not end", part('name="a"', "b")],
    ["has a part without a name", multipart(part("x=1", "b"))],
    ["has a part in Base64", multipart(part('name="a"\r\nContent-Transfer-Encoding: base64', "Yg=="))],
    ["has headers without end", `--b\r\nX: ${"a".repeat(5_000)}\r\n\r\n\r\n--b--`],
  ])("is not read where it %s", async (_, body) => {
    const refusals = new Hono().use(readForms).onError((error) => new Response(error.name, { status: 400 }));
    const answer = await refusals.request("/", {
      method: "POST",
      body,
      headers: { "Content-Type": MULTIPART },
    });
    expect([answer.status, await answer.text()]).toEqual([400, "Refusal"]);
  });

  test("has names with quotation marks and backslashes as its sender wrote them", async () => {
    const body = multipart(
      part('name="a%22;b"', "1"),
      part("name=plain", "2"),
      part('filename="x\\\\"; name="f"', "3"),
    );
    expect(await (await post(body, MULTIPART, "/names")).json()).toEqual(["a%22;b", "plain", "f"]);
  });
});

test("what a browser sends, in either way, is what was typed", async () => {
  const text = fc.string({ unit: "grapheme", maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.stringMatching(/^[a-z-]{1,9}$/), text), { maxLength: 8 }),
      async (fields) => {
        const expected: Record<string, string[]> = {};
        const parameters = new URLSearchParams();
        const parts = new FormData();
        for (const [name, value] of fields) {
          const sent = value.replace(/\r\n?|\n/g, "\r\n"); // as browsers send breaks of lines
          expected[`x${name}`] = [...(expected[`x${name}`] ?? []), sent];
          parameters.append(`x${name}`, sent);
          parts.append(`x${name}`, sent);
        }
        const encoded = new Request("http://x", { method: "POST", body: parts });
        const type = encoded.headers.get("Content-Type") ?? "";
        expect(await read(String(parameters), URLENCODED)).toEqual(expected);
        expect(await read(await encoded.arrayBuffer(), type)).toEqual(expected);
      },
    ),
    { numRuns: 50 },
  );
});
