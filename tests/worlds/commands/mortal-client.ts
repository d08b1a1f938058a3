import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { inject } from "vitest";
import { localDynamoDbClient } from "../../../infra/local/clients.ts";

/** When a process is killed: after so many writes, or when it would write this. */
export type Death = number | RegExp;

/** A client of the run's DynamoDB like that of a process that is killed: from then on nothing passes any more. */
export function mortalClient(death: Death | undefined): DynamoDBClient {
  const dynamodb = localDynamoDbClient(inject("dynamodbEndpoint"));
  let written = 0;
  let isDead = false;
  const kills = (input: unknown) =>
    typeof death === "number" ? written >= death : death?.test(JSON.stringify(input));
  dynamodb.middlewareStack.add(
    (send, { commandName = "" }) =>
      async (request) => {
        const isWrite = /Put|Update|Delete|Write/.test(commandName);
        isDead ||= isWrite && kills(request.input) === true;
        if (isDead) throw new Error("killed");
        if (isWrite) written++;
        return send(request);
      },
    { step: "initialize", name: "mortal", priority: "low" },
  );
  return dynamodb;
}
