import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { ListBucketsCommand } from "@aws-sdk/client-s3";
import { expect, onTestFinished, test } from "vitest";
import { localDynamoDbClient, localS3Client } from "../../../infra/local/clients.ts";
import { type DiskRoom, diskRoom, hasRoom, isNoSpace } from "../../../infra/local/machine/disk-room.ts";

const noSpace = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });

test("a full disk is named once, however much fails of it", () => {
  const lines: string[] = [];
  const disk = diskRoom(
    "/state",
    (line) => lines.push(line),
    () => false,
  );
  for (const error of [new Error("InternalFailure"), noSpace])
    expect(disk.explain(error)).toMatchObject({ code: "disk-full", status: 507 });
  expect(lines).toEqual([expect.stringMatching(/^The disk is full: .*\/state.*--state DIR.*\n$/)]);
});

test("what fails for another reason is left as it is", () => {
  const disk = diskRoom(
    "/state",
    () => expect.unreachable(),
    () => true,
  );
  expect(disk.explain(new Error("InternalFailure"))).toBe(undefined);
});

test("a lack of space is known from whatever it caused", () => {
  expect(isNoSpace(new Error("The file could not be written.", { cause: noSpace }))).toBe(true);
  expect(isNoSpace(new Error("EACCES"))).toBe(false);
  expect(hasRoom(tmpdir())).toBe(true);
});

test.each([
  [
    "DynamoDB Local",
    '{"__type":"InternalFailure"}',
    (endpoint: string, disk: DiskRoom) => localDynamoDbClient(endpoint, disk).send(new ListTablesCommand()),
  ],
  [
    "the S3 server",
    "<Error><Code>InternalError</Code></Error>",
    (endpoint: string, disk: DiskRoom) => localS3Client(endpoint, disk).send(new ListBucketsCommand()),
  ],
])("a full disk under %s, which hides it, is a refusal", async (_, body, send) => {
  const server = createServer((_, response) => response.writeHead(500).end(body));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const bound = server.address();
  const endpoint = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}`;
  const disk = diskRoom(
    "/state",
    () => {},
    () => false,
  );
  await expect(send(endpoint, disk)).rejects.toMatchObject({ code: "disk-full" });
});
