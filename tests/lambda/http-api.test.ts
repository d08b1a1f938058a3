import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { expect, test } from "vitest";
import { httpApiHandler } from "../../functions/lambda/http/http-api.ts";
import { functionUrlEvent } from "../worlds/aws/function-url-event.ts";

const app = new Hono().all("*", async (c) => {
  setCookie(c, "one", "1");
  setCookie(c, "two", "2");
  const { search } = new URL(c.req.url);
  return c.json({
    method: c.req.method,
    path: c.req.path,
    search,
    body: await c.req.text(),
    cookies: getCookie(c),
  });
});
const handler = httpApiHandler(app.fetch);

test("cookies and forms of an event of an HTTP API reach the application, and its cookies go back apart", async () => {
  const event = functionUrlEvent("/en/early/x", { method: "POST", query: "page=2" });
  const body = Buffer.from("name=Айгуль").toString("base64");
  const answer = await handler({ ...event, cookies: ["early=a", "b=c"], body, isBase64Encoded: true });
  expect(JSON.parse(answer.body)).toEqual({
    method: "POST",
    path: "/en/early/x",
    search: "?page=2",
    body: "name=Айгуль",
    cookies: { early: "a", b: "c" },
  });
  expect(answer.cookies).toEqual(["one=1; Path=/", "two=2; Path=/"]);
  expect(answer.headers).not.toHaveProperty("set-cookie");
});

test("a request without body or cookies is answered as well", async () => {
  const answer = await handler({ ...functionUrlEvent("/en/early/x"), isBase64Encoded: false });
  expect([answer.statusCode, JSON.parse(answer.body).cookies]).toEqual([200, {}]);
});
