import { writeLine } from "./runtime/write-line.ts";
import "./http/light-web.ts";

import { uncountedLine } from "../domain/downloads/uncounted.ts";
import { downloadsApp } from "../http/apps/downloads-app.ts";
import { downloadCounter } from "../storage/newsroom/download-counts.ts";
import { newsroomReader } from "../storage/newsroom/newsroom-reader.ts";
import { functionUrlHandler } from "./http/function-url.ts";
import { lambdaDynamoDbClient } from "./runtime/dynamodb-client.ts";

/** The function that decides about downloads, counts them and leads to their bytes. */
const { NEWSROOM_TABLE: table, STAGE: stage } = process.env;
if (!table || !stage)
  throw new Error("NEWSROOM_TABLE and STAGE are not both set: they name what is read and counted.");

const dynamodb = lambdaDynamoDbClient(process.env);

const app = downloadsApp({
  reader: newsroomReader(dynamodb, table),
  count: downloadCounter(dynamodb, table),
  uncounted: (cause, now) => writeLine(uncountedLine(cause, { stage, now })),
  clock: () => new Date(),
  preview: false,
});

export const handler = functionUrlHandler((request) => app.fetch(request));
