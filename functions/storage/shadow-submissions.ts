import { type DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { addSeconds, type Instant } from "../domain/instant.ts";
import { Submission } from "../domain/registration/decisions/submit.ts";
import { endAt, keyOf, numberIn, secondsOf } from "./registration-items.ts";
import { END_ATTRIBUTE, submissionKey } from "./registrations-keys.ts";

/** Hours for which a mistyped address can be corrected. */
const KEPT_SECONDS = 4 * 3600;

/**
 * What was submitted under an address that is registered already. Its sender sees what everybody sees, and can correct
 * the address as everybody can: then this becomes a registration.
 */
export interface ShadowSubmissions {
  keep(event: string, submission: Submission, now: Instant): Promise<void>;
  find(event: string, form: string, now: Instant): Promise<Submission | undefined>;
}

export function shadowSubmissions(client: DynamoDBClient, table: string): ShadowSubmissions {
  return {
    keep: async (event, submission, now) => {
      const item = {
        ...keyOf(submissionKey(submission.id)),
        event: { S: event },
        body: { S: JSON.stringify(submission) },
        ...endAt(addSeconds(now, KEPT_SECONDS)),
      };
      await client.send(new PutItemCommand({ TableName: table, Item: item }));
    },
    find: async (event, form, now) => {
      const { Item } = await client.send(
        new GetItemCommand({ TableName: table, Key: keyOf(submissionKey(form)), ConsistentRead: true }),
      );
      const body = Item?.body?.S;
      if (body === undefined || Item?.event?.S !== event) return undefined;
      if (numberIn(Item, END_ATTRIBUTE) <= secondsOf(now)) return undefined;
      return v.parse(Submission, JSON.parse(body));
    },
  };
}
