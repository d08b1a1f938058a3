import "./http/light-web.ts";

import { readApp } from "../http/apps/read-app.ts";
import { newsroomReader } from "../storage/newsroom/newsroom-reader.ts";
import { functionUrlHandler } from "./http/function-url.ts";
import { lambdaDynamoDbClient } from "./runtime/dynamodb-client.ts";

/** The function that answers every address that is read. `NEWSROOM_TABLE` names its table. */
const { NEWSROOM_TABLE } = process.env;
if (!NEWSROOM_TABLE)
  throw new Error("NEWSROOM_TABLE is not set: it names the table that this function reads.");

const app = readApp({
  reader: newsroomReader(lambdaDynamoDbClient(process.env), NEWSROOM_TABLE),
  clock: () => new Date(),
  preview: false,
});

export const handler = functionUrlHandler((request) => app.fetch(request));

// The runtime reads its tables of locales at their first use, which takes 11 ms: it does so while the first read is on
// its way to DynamoDB, when there is nothing else to do.
setImmediate(() => new Intl.DateTimeFormat("en").format(0));
