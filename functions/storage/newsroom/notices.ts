import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { Notice } from "../../domain/documents/notice.ts";
import { ALWAYS, Instant } from "../../domain/instant.ts";
import { fromAttributes, toAttributes } from "../dynamodb/attributes.ts";
import { consistentQuery } from "../dynamodb/consistent-query.ts";
import type { Key } from "../dynamodb/key.ts";
import { readItem } from "../dynamodb/read-item.ts";
import { announcedKey, NOTICES_PARTITION, SCHEDULED_CHANGES_PARTITION } from "./keys.ts";
import { item } from "./parts.ts";

/** How far announcing has come. */
export const Announced = v.object({
  kind: v.literal("announced"),
  /** Sort key among the scheduled changes up to which all were announced; it begins with an instant. */
  reached: v.string(),
  /** Feeds, by path, of which the hub was not told yet, with the instant since when. */
  waiting: v.record(v.string(), Instant),
});
export type Announced = v.InferOutput<typeof Announced>;

/** The mark as it was read or left: whoever moves it says which one they saw. */
export interface AnnouncedMark {
  readonly announced: Announced;
  /** Hash of what is stored. */
  readonly hash: string;
}

/** A notice whose time has come. */
export interface DueNotice {
  readonly key: Key;
  /** When the answers changed. */
  readonly at: Instant;
  readonly notice: Notice;
  readonly hash: string;
}

/** Another run moved the mark meanwhile, and does what is left. */
export class MarkConflict extends Error {}

/** What lifted or changed and has to be told, and how far telling has come. Everything is read as it is now. */
export interface NoticeBoard {
  mark(): Promise<AnnouncedMark | undefined>;
  /**
   * Moves the mark from the one that was seen.
   * @throws Overtaken when it is no longer there
   */
  move(from: AnnouncedMark | undefined, to: Announced, now: Instant): Promise<AnnouncedMark>;
  /** Changes by the clock beyond the mark, up to and including an instant, in their order. */
  scheduledChanges(reached: string, to: Instant): AsyncGenerator<DueNotice>;
  /** Changes by publications that nobody removed, up to and including an instant, in their order. */
  notices(to: Instant): AsyncGenerator<DueNotice>;
  /** Removes notices, unless they were written anew since they were read. */
  remove(notices: readonly DueNotice[]): Promise<void>;
}

/** The sort key that no notice of an instant lies beyond: units and paths are ASCII without a tilde. */
export const endOf = (instant: Instant): string => `${instant}#~`;

/** The instant to which a mark has come. */
export const reachedInstant = (reached: string): Instant => reached.slice(0, ALWAYS.length);

export function noticeBoard(client: DynamoDBClient, table: string): NoticeBoard {
  async function* between(pk: string, low: string, high: string): AsyncGenerator<DueNotice> {
    if (low > high) return; // DynamoDB refuses an empty range, such as after a clock went back
    for await (const attributes of consistentQuery(client, table, { pk, low, high })) {
      const stored = fromAttributes(attributes);
      const { value, sortKey } = readItem(Notice, stored);
      yield { key: stored.key, at: reachedInstant(sortKey), notice: value, hash: stored.hash };
    }
  }

  async function mark(): Promise<AnnouncedMark | undefined> {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: table, Key: attributesOf(announcedKey), ConsistentRead: true }),
    );
    if (!Item) return undefined;
    const stored = fromAttributes(Item);
    return { announced: readItem(Announced, stored).value, hash: stored.hash };
  }

  async function move(from: AnnouncedMark | undefined, to: Announced, now: Instant): Promise<AnnouncedMark> {
    const next = item(announcedKey, JSON.stringify(to), ALWAYS);
    await whenAs(from?.hash, (condition) =>
      client.send(
        new PutItemCommand({
          TableName: table,
          Item: toAttributes({ ...next, writtenAt: now }),
          ...condition,
        }),
      ),
    );
    return { announced: to, hash: next.hash };
  }

  async function removeOne({ key, hash }: DueNotice): Promise<void> {
    try {
      await whenAs(hash, (condition) =>
        client.send(new DeleteItemCommand({ TableName: table, Key: attributesOf(key), ...condition })),
      );
    } catch (error) {
      if (!(error instanceof MarkConflict)) throw error; // removed by another run, or written anew for the next
    }
  }

  return {
    mark,
    move,
    scheduledChanges: (reached, to) => between(SCHEDULED_CHANGES_PARTITION, `${reached}!`, endOf(to)), // "!" sorts before all in a unit or path
    notices: (to) => between(NOTICES_PARTITION, " ", endOf(to)),
    remove: async (notices) => {
      await Promise.all(notices.map(removeOne));
    },
  };
}

interface HashCondition {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, { S: string }>;
}

/**
 * Writes on condition that what is stored has this hash, or that nothing is.
 * @throws Overtaken when that does not hold
 */
async function whenAs(
  hash: string | undefined,
  write: (condition: HashCondition) => Promise<unknown>,
): Promise<void> {
  const names = { ExpressionAttributeNames: { "#hash": "hash" } };
  const condition =
    hash === undefined
      ? { ConditionExpression: "attribute_not_exists(#hash)", ...names }
      : {
          ConditionExpression: "#hash = :hash",
          ...names,
          ExpressionAttributeValues: { ":hash": { S: hash } },
        };
  try {
    await write(condition);
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException)
      throw new MarkConflict("Another run was faster.", { cause: error });
    throw error;
  }
}

const attributesOf = ({ pk, sk }: Key) => ({ pk: { S: pk }, sk: { S: sk } });
