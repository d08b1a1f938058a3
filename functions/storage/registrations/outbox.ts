import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { addSeconds, type Instant } from "../../domain/instant.ts";
import type { OutboxMail } from "../../domain/registration/mail.ts";
import { consistentQuery } from "../dynamodb/consistent-query.ts";
import { keyOfRow } from "../dynamodb/key.ts";
import { registrationsKeyOf } from "./parse-registrations-key.ts";
import {
  type Attributes,
  endValue,
  keyAttributes,
  numberAttribute,
  outboxMailIn,
  secondsOf,
} from "./registration-items.ts";
import {
  END_ATTRIBUTE,
  outboxKey,
  outboxPartition,
  outboxPartitionOf,
  REGISTRATION_SHARDS,
} from "./registrations-keys.ts";

/** What became of a mail. */
export type MailOutcome =
  | { readonly kind: "sent"; readonly messageId: string }
  /** It will never be sent: refused for good, or to a mailbox that takes none. */
  | { readonly kind: "failed"; readonly reason: string };

export interface WaitingMail {
  readonly mail: OutboxMail;
  /** How often it has been claimed. */
  readonly attempts: number;
}

/**
 * Mail that is to be sent. A row is claimed before it is sent and marked after; a claim ends by itself, so that a
 * sender that died leaves nothing behind.
 *
 *     written --claim--> claimed --mark--> sent or failed --two days--> deleted
 *        ^------------------| (claim ended)
 */
export interface Outbox {
  /** What is unmarked of a registration, in the order in which it is to be sent. */
  waitingOf(registration: string): Promise<WaitingMail[]>;
  /** Ids of registrations with unmarked mail that was written before. Deletes what was marked long enough ago. */
  neglected(before: Instant, now: Instant): AsyncGenerator<string>;
  /** Every mail of the last days that can be read, sent or not, in no order. */
  lately(): AsyncGenerator<OutboxMail>;
  /** Whether it is this one's to send now. */
  claim(mail: OutboxMail, owner: string, now: Instant): Promise<boolean>;
  /** Gives a claim back, so that the next attempt need not wait for its end. */
  release(mail: OutboxMail, owner: string): Promise<void>;
  mark(mail: OutboxMail, outcome: MailOutcome, now: Instant): Promise<void>;
}

/** A claim outlasts any attempt: the function has 60 seconds. */
export const CLAIM_SECONDS = 120;
/** What was sent is kept for as long as a duplicate of its stream record may come; a stream keeps a day. */
const MARKED_SECONDS = 2 * 86_400;

export interface OutboxOptions {
  /** Whether nobody else sends, so that what another has claimed is left by one who died. */
  readonly alone?: boolean;
}

export function outbox(client: DynamoDBClient, table: string, { alone = false }: OutboxOptions = {}): Outbox {
  const isFree = [
    "attribute_not_exists(claimedUntil)",
    "claimedUntil <= :now",
    ...(alone ? ["claimedBy <> :owner"] : []),
  ].join(" OR ");

  const update = async (
    mail: OutboxMail,
    expression: string,
    condition: string,
    values: Record<string, AttributeValue>,
  ): Promise<boolean> => {
    try {
      await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: keyAttributes(outboxKey(mail)),
          UpdateExpression: expression,
          ConditionExpression: condition,
          ExpressionAttributeValues: values,
          ...(expression.includes("#expires") && {
            ExpressionAttributeNames: { "#expires": END_ATTRIBUTE },
          }),
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };

  return {
    waitingOf: async (registration) => {
      const waiting: WaitingMail[] = [];
      const rows = {
        pk: outboxPartitionOf(registration),
        low: `${registration}#`,
        high: `${registration}#~`,
      };
      for await (const row of consistentQuery(client, table, rows))
        if (!isMarked(row))
          waiting.push({ mail: outboxMailIn(row), attempts: numberAttribute(row, "attempts") });
      return waiting;
    },
    neglected: async function* (before, now) {
      for (const shard of REGISTRATION_SHARDS) {
        let last: string | undefined;
        for await (const row of consistentQuery(client, table, { pk: outboxPartition(shard) })) {
          if (isMarked(row)) await deleteEnded(client, table, row, now);
          else if (isFrom(row, before)) {
            const { registration } = registrationsKeyOf(keyOfRow(row), "mail");
            if (registration !== last) yield registration;
            last = registration;
          }
        }
      }
    },
    lately: async function* () {
      for (const shard of REGISTRATION_SHARDS)
        for await (const row of consistentQuery(client, table, { pk: outboxPartition(shard) }))
          if (isReadable(row)) yield outboxMailIn(row);
    },
    claim: (mail, owner, now) =>
      update(
        mail,
        "SET claimedBy = :owner, claimedUntil = :until ADD attempts :one",
        `attribute_exists(pk) AND attribute_not_exists(markedAt) AND (${isFree})`,
        {
          ":owner": { S: owner },
          ":until": { S: addSeconds(now, CLAIM_SECONDS) },
          ":now": { S: now },
          ":one": { N: "1" },
        },
      ),
    release: async (mail, owner) => {
      await update(
        mail,
        "REMOVE claimedUntil, claimedBy",
        "claimedBy = :owner AND attribute_not_exists(markedAt)",
        { ":owner": { S: owner } },
      );
    },
    mark: async (mail, outcome, now) => {
      const ends = endValue(addSeconds(now, MARKED_SECONDS));
      await update(
        mail,
        "SET markedAt = :now, outcome = :outcome, detail = :detail, #expires = :ends",
        "attribute_exists(pk) AND attribute_not_exists(markedAt)",
        {
          ":now": { S: now },
          ":outcome": { S: outcome.kind },
          ":detail": { S: outcome.kind === "sent" ? outcome.messageId : outcome.reason },
          ":ends": ends,
        },
      );
    },
  };
}

/** Whether it was written before; one that cannot be read is told of by whoever tries to send it. */
function isFrom(row: Attributes, before: Instant): boolean {
  try {
    return outboxMailIn(row).createdAt <= before;
  } catch {
    return true;
  }
}

function isReadable(row: Attributes): boolean {
  try {
    outboxMailIn(row);
    return true;
  } catch {
    return false;
  }
}

const isMarked = (row: Attributes): boolean => row.markedAt !== undefined;

async function deleteEnded(
  client: DynamoDBClient,
  table: string,
  row: Attributes,
  now: Instant,
): Promise<void> {
  if (numberAttribute(row, END_ATTRIBUTE) > secondsOf(now) || !row.pk || !row.sk) return;
  await client.send(new DeleteItemCommand({ TableName: table, Key: { pk: row.pk, sk: row.sk } }));
}
