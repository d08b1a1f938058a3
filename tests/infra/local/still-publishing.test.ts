import { Agent, get, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import type { PublishProgress } from "../../../functions/rendering/messages/shapes/publish-progress.ts";
import { type Answer, textAnswer } from "../../../infra/local/edge/answer.ts";
import { openDoor } from "../../../infra/local/edge/door.ts";
import { startingListener, whilePublishing } from "../../../infra/local/edge/still-publishing.ts";

const TWELVE: PublishProgress = { done: 12, of: 20 };
const during = (answer: Answer, asked: { method?: string; url?: string } = {}) =>
  whilePublishing(() => TWELVE, { method: "GET", url: "/ru/kits/a", headers: {}, ...asked }, answer);

test("an address that is not published yet is 503 with how far it is, in the reader's language", () => {
  const { status, headers, body } = during(textAnswer(404, "text/html", "not found"));
  expect(status).toBe(503);
  expect(headers).toMatchObject({
    "retry-after": "2",
    "cache-control": "no-store",
    "content-language": "ru",
  });
  expect(String(body)).toContain("готово 12\u00a0из 20");
  expect(String(body)).toContain('http-equiv="refresh"');
});

test("the API says the same as a problem", () => {
  const { status, headers, body } = during(textAnswer(404, "application/problem+json", "{}"), {
    url: "/api/v1/kits/a",
  });
  expect([status, headers["content-type"]]).toEqual([503, "application/problem+json"]);
  expect(JSON.parse(String(body))).toMatchObject({ status: 503, detail: "12 of 20 done; ask again." });
});

test("a page that is there is not stored while something is being published, its files are", () => {
  const answer = { status: 200, headers: { "cache-control": "no-cache" } };
  expect(during(answer).headers["cache-control"]).toBe("no-store");
  expect(during(answer, { url: "/media/a" })).toBe(answer);
});

test("a form that could not be stored is shown as it is", () => {
  const kept = textAnswer(503, "text/html; charset=utf-8", "what was typed");
  expect(during(kept, { method: "POST", url: "/en/register/a" }).body).toEqual(kept.body);
});

test("once all is published every answer is as it was", () => {
  const answer = textAnswer(404, "text/html", "not found");
  expect(whilePublishing(() => undefined, { headers: {} }, answer)).toBe(answer);
});

const ask = (url: string, agent: Agent, headers = {}) =>
  new Promise<IncomingMessage & { reused: boolean }>((resolve, reject) => {
    const request = get(url, { agent, headers }, (response) =>
      resolve(Object.assign(response, { reused: request.reusedSocket })),
    );
    request.once("error", reject);
  });

test("before anything can be read every page says that the newsroom is starting", async () => {
  const door = await openDoor(
    0,
    startingListener(() => undefined),
  );
  onTestFinished(() => door.stop());
  const answer = await fetch(`${door.address}/`, { headers: { "accept-language": "kk" } });
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "2"]);
  expect(await answer.text()).toContain("Сайт іске қосылып жатыр");
});

test("a door keeps connections longer than clients do, and ends requests that do not come to an end", async () => {
  const door = await openDoor(0, (_, response) => response.end("here"));
  onTestFinished(() => door.stop());
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const first = await ask(door.address, agent);
  await text(first);
  const second = await ask(door.address, agent);
  expect([first.reused, second.reused]).toEqual([false, true]);
  expect(Number(/timeout=(\d+)/.exec(String(first.headers["keep-alive"]))?.[1])).toBeGreaterThan(60);
  expect(door.server.headersTimeout).toBeGreaterThan(0);
  expect(door.server.requestTimeout).toBeGreaterThan(door.server.headersTimeout);
});

test("a taken port is refused at once", async () => {
  const door = await openDoor(0);
  onTestFinished(() => door.stop());
  await expect(openDoor(Number(new URL(door.address).port))).rejects.toMatchObject({ code: "port-taken" });
});
