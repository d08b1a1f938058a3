import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { OPENAPI_PATH } from "../../functions/domain/addresses.ts";
import { LANGUAGES } from "../../functions/domain/language.ts";
import { openApiDocument } from "../../functions/rendering/api/openapi-document.ts";
import { iconIco } from "../../functions/rendering/pages/frame/icons.ts";
import { BUNDLE_FILE, bundleFunction } from "../../infra/aws/functions/bundle.ts";
import { functionUrlEvent } from "../worlds/aws/function-url-event.ts";
import { temporaryFolder } from "../worlds/commands/temporary-folder.ts";
import { releaseDocument, siteDocument } from "../worlds/documents/documents.ts";
import { storedPublication, storedSite, storeItems } from "../worlds/tables/stored.ts";
import { freshNewsroomTable } from "../worlds/tables/tables.ts";

const KILOBYTES = 400;
const RELEASE = releaseDocument("ru");
let directory: string;
let bytes: number;
let sources: readonly string[];
let table: string;

beforeAll(async () => {
  directory = temporaryFolder();
  ({ bytes, sources } = await bundleFunction("read", directory));
  const world = await freshNewsroomTable();
  table = world.table;
  await storeItems(world.client, table, [
    ...[storedSite(siteDocument("ru")), storedSite(siteDocument("en"))],
    ...storedPublication(RELEASE),
  ]);
});

/** Loads the bundle in a process of its own, as Lambda does, and hands it one event. */
function invoke(event: unknown) {
  const script = `require(${JSON.stringify(join(directory, BUNDLE_FILE))})
    .handler(${JSON.stringify(event)}).then((answer) => { console.log(JSON.stringify(answer)); process.exit(0); });`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["-e", script], {
    encoding: "utf8",
    env: {
      AWS_REGION: "eu-central-1",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_ENDPOINT_URL_DYNAMODB: inject("dynamodbEndpoint"),
      NEWSROOM_TABLE: table,
    },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(stdout);
}

describe("the built read function", () => {
  test(`is at most ${KILOBYTES} KB`, () => {
    expect(bytes).toBeLessThanOrEqual(KILOBYTES * 1024);
  });

  test("holds no words of registration and its mails", () => {
    expect(sources.filter((path) => /messages\/\w\w\/pages\.ts$/.test(path))).toHaveLength(LANGUAGES.length);
    expect(sources.filter((path) => /messages\/\w\w\/registration/.test(path))).toEqual([]);
  });

  test("answers with the bytes of an icon, which Lambda takes as base64", () => {
    const { statusCode, isBase64Encoded, body } = invoke(functionUrlEvent("/favicon.ico"));
    expect([statusCode, isBase64Encoded]).toEqual([200, true]);
    expect(Buffer.from(body, "base64")).toEqual(Buffer.from(iconIco()));
  });

  test("answers the OpenAPI document that the schemas make, and holds nothing that makes it", () => {
    const answer = invoke(functionUrlEvent(OPENAPI_PATH));
    expect(answer.body).toBe(JSON.stringify(openApiDocument()));
    expect(sources.length).toBeGreaterThan(100);
    expect(
      sources.filter((path) => /valibot\/to-json-schema|openapi-(document|schemas|examples)/.test(path)),
    ).toEqual([]);
  });

  test("answers a Function URL event with the page", () => {
    const answer = invoke(functionUrlEvent(RELEASE.path));
    expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: false });
    expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(answer.body).toContain(`<h1`);
    expect(answer.body).toContain(RELEASE.title);
  });

  test("answers the second visit with 304 and no body", () => {
    const { headers } = invoke(functionUrlEvent(RELEASE.path));
    const again = invoke(functionUrlEvent(RELEASE.path, { headers: { "if-none-match": headers.etag } }));
    expect(again).toMatchObject({ statusCode: 304, body: "" });
    expect(again.headers.etag).toBe(headers.etag);
  });

  test("answers HEAD with the headers of GET and no body", () => {
    const get = invoke(functionUrlEvent(RELEASE.path));
    const head = invoke(functionUrlEvent(RELEASE.path, { method: "HEAD" }));
    expect(head).toEqual({ ...get, body: "" });
  });

  test("refuses other methods and unknown addresses without failing", () => {
    expect(invoke(functionUrlEvent(RELEASE.path, { method: "POST" })).statusCode).toBe(405);
    expect(invoke(functionUrlEvent("/ru/releases/%00%ff")).statusCode).toBe(404);
    expect(invoke(functionUrlEvent("/api/v1/releases", { query: "colour=red" })).statusCode).toBe(400);
  });
});
