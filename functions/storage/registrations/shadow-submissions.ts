import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { addSeconds, type Instant } from "../../domain/instant.ts";
import { Submission } from "../../domain/registration/decisions/submit.ts";
import { requiredOfRow } from "../dynamodb/required.ts";
import { storedValue } from "../dynamodb/stored-value.ts";
import { endAt, keyAttributes, numberAttribute, secondsOf } from "./registration-items.ts";
import { END_ATTRIBUTE, submissionKey } from "./registrations-keys.ts";

/** Hours for which a mistyped address can be corrected. */
const KEPT_SECONDS = 4 * 3600;

export interface Shadow {
  readonly submission: Submission;
  readonly since: Instant;
}

/**
 * What was submitted under an address that is registered already. Its sender sees what everybody sees, and can correct
 * the address as everybody can: then this becomes a registration.
 */
export interface ShadowSubmissions {
  /** @param since when it was first submitted */
  keep(event: string, submission: Submission, times: { now: Instant; since: Instant }): Promise<void>;
  find(event: string, form: string, now: Instant): Promise<Shadow | undefined>;
  /** Once it has become a registration, which its person can delete. */
  drop(form: string): Promise<void>;
}

export function shadowSubmissions(client: DynamoDBClient, table: string): ShadowSubmissions {
  return {
    keep: async (event, submission, { now, since }) => {
      const item = {
        ...keyAttributes(submissionKey(submission.id)),
        event: { S: event },
        body: { S: JSON.stringify(submission) },
        since: { S: since },
        ...endAt(addSeconds(now, KEPT_SECONDS)),
      };
      await client.send(new PutItemCommand({ TableName: table, Item: item }));
    },
    find: async (event, form, now) => {
      const { Item } = await client.send(
        new GetItemCommand({
          TableName: table,
          Key: keyAttributes(submissionKey(form)),
          ConsistentRead: true,
        }),
      );
      const body = Item?.body?.S;
      if (body === undefined || Item?.event?.S !== event) return undefined;
      if (numberAttribute(Item, END_ATTRIBUTE) <= secondsOf(now)) return undefined;
      return {
        submission: storedValue(Submission, body, submissionKey(form)),
        since: requiredOfRow(Item.since?.S, "since"),
      };
    },
    drop: async (form) => {
      await client.send(new DeleteItemCommand({ TableName: table, Key: keyAttributes(submissionKey(form)) }));
    },
  };
}
