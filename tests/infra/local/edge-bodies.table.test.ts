import { once } from "node:events";
import { Agent, request } from "node:http";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { LARGEST_BODY } from "../../../functions/domain/request-limits.ts";
import { startEdge } from "../../../infra/local/edge/edge.ts";
import { freshBucket } from "../../worlds/tables/tables.ts";

/** An edge in front of forms, which say how much of a body reached them. */
async function edgeOfForms() {
  const registration = {
    fetch: async (sent: Request) => new Response(`${(await sent.bytes()).length} bytes`),
  };
  const { address, stop } = await startEdge({
    port: 0,
    fetch: () => new Response("the front page"),
    registration: { ...registration, secret: "a-secret" },
    media: await freshBucket(),
    clock: () => new Date(),
  });
  onTestFinished(stop);
  return address;
}

interface Answered {
  readonly status: number | undefined;
  readonly body: string;
}

/** Sends a body in pieces, without saying how long it is, until an answer comes. */
function pieces(address: string, path: string, bytes: number): Promise<Answered> {
  const piece = Buffer.alloc(1024 * 1024, "a");
  function* parts() {
    for (let left = bytes; left > 0; left -= piece.length) yield piece.subarray(0, left);
  }
  // A connection that stays open, as browsers have it: one that is closed after the answer may lose it.
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  return new Promise((resolve, reject) => {
    const sent = request(`${address}${path}`, { method: "POST", agent }, async (answer) => {
      resolve({ status: answer.statusCode, body: await text(answer) });
    });
    sent.on("error", reject);
    Readable.from(parts()).pipe(sent);
  });
}

test("a body goes on to its function up to what Lambda takes, and one of unknown length no further", async () => {
  const address = await edgeOfForms();
  const form = "/kk/register/world-day-2027";
  expect(await pieces(address, form, LARGEST_BODY)).toEqual({ status: 200, body: `${LARGEST_BODY} bytes` });
  const refused = await pieces(address, form, LARGEST_BODY + 1);
  expect(refused.status).toBe(413);
  expect(refused.body).toContain("256 КБ");
  const twenty = await pieces(address, form, 20 * 1024 * 1024);
  expect(twenty.status).toBe(413);
});

test("a body that says it is too large is answered before it comes, and the front page meanwhile", async () => {
  const address = await edgeOfForms();
  const headers = { "Content-Length": String(LARGEST_BODY + 1) };
  const sent = request(`${address}/ru/registration/x/cancel`, { method: "POST", headers, agent: false });
  sent.on("error", () => {}); // the rest never comes
  sent.flushHeaders(); // none of the bytes
  const [answer] = await once(sent, "response");
  expect([answer.statusCode, await text(answer)]).toEqual([413, expect.stringContaining("256 КБ")]);
  expect(await (await fetch(`${address}/en/`)).text()).toBe("the front page");
  sent
    .removeAllListeners("error")
    .on("error", () => {})
    .destroy();
});
