import { startDynamoDbLocal } from "../../../infra/local/machine/dynamodb-local.ts";

/** A program of its own that holds a DynamoDB Local until it is killed. */
const { endpoint, pid } = await startDynamoDbLocal();
process.stdout.write(`${JSON.stringify({ endpoint, pid })}\n`);
setInterval(() => {}, 60_000);
