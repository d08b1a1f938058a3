import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { openDoor } from "../../../infra/local/edge/door.ts";
import { startEdge } from "../../../infra/local/edge/edge.ts";
import { freshBucket } from "../../worlds/tables/tables.ts";

const LIMITS = { headersMs: 150, bodyMs: 300, checkMs: 30 };

/** An edge whose applications count what reached them, with limits as short as a test. */
async function edge() {
  const reached: string[] = [];
  const fetch = (sent: Request) => {
    reached.push(new URL(sent.url).pathname);
    return new Response("answered");
  };
  const door = await openDoor(0, undefined, LIMITS);
  const { stop } = await startEdge({
    port: door,
    fetch,
    registration: { fetch, secret: "a-secret" },
    media: await freshBucket(),
    clock: () => new Date(),
  });
  onTestFinished(stop);
  return { port: Number(new URL(door.address).port), reached };
}

/** Sends a beginning, then byte after byte without end, and keeps its side open. @returns what came until the end */
function trickle(port: number, beginning: string, byte: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    let answer = "";
    socket.write(beginning);
    const dripping = setInterval(() => socket.write(byte), 10);
    socket.on("data", (bytes) => {
      answer += bytes;
    });
    socket.on("error", () => {}); // what drips after the end is reset
    socket.on("close", () => {
      clearInterval(dripping);
      resolve(answer);
    });
  });
}

const POST = "POST /en/register/world-day-2027 HTTP/1.1\r\nHost: x\r\n";

test("a request that trickles is ended with 408, and reaches no function", async () => {
  const { port, reached } = await edge();
  const slow: Record<string, [beginning: string, byte: string]> = {
    "a body of a known length": [`${POST}Content-Length: 250000\r\n\r\nname=`, "a"],
    "a body in pieces": [`${POST}Transfer-Encoding: chunked\r\n\r\n`, "1\r\na\r\n"],
    "the value of a header": [`${POST}X-Slow: `, "a"],
    "the name of a header": [POST, "a"],
    "the first line": ["GET /en/", "a"],
  };
  const answers = Object.entries(slow).map(async ([what, sent]) => {
    const [first] = (await trickle(port, ...sent)).split("\r\n");
    return [what, first];
  });
  expect(await Promise.all(answers)).toEqual(
    Object.keys(slow).map((what) => [what, "HTTP/1.1 408 Request Timeout"]),
  );
  expect(reached).toEqual([]);
});

test("a client that goes in the middle of its body is no failure of ours", async () => {
  const { port, reached } = await edge();
  const failures: unknown[] = [];
  const { error } = console;
  console.error = (...said) => failures.push(said);
  onTestFinished(() => {
    console.error = error;
  });
  const socket = connect({ port, host: "127.0.0.1" });
  socket.write(`${POST}Content-Length: 10\r\n\r\nname`, () => socket.destroy());
  const answer = await fetch(`http://127.0.0.1:${port}/en/`);
  expect(await answer.text()).toBe("answered");
  expect([reached, failures]).toEqual([["/en/"], []]);
});
