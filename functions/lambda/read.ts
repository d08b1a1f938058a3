import "./light-web.ts";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { readApp } from "../http/read-app.ts";
import { newsroomReader } from "../storage/newsroom-reader.ts";
import { functionUrlHandler } from "./function-url.ts";

/** The function that answers every address that is read. `NEWSROOM_TABLE` names its table. */
const { NEWSROOM_TABLE } = process.env;
if (!NEWSROOM_TABLE)
  throw new Error("NEWSROOM_TABLE is not set: it names the table that this function reads.");

const app = readApp({
  reader: newsroomReader(new DynamoDBClient({}), NEWSROOM_TABLE),
  clock: () => new Date(),
  preview: false,
});

export const handler = functionUrlHandler((request) => app.fetch(request));
