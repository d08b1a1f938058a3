import { beforeEach, describe, expect, test } from "vitest";
import { type BatchResponse, outboxStreamHandler } from "../../functions/lambda/mail/outbox-stream.ts";
import type { MailFacts } from "../../functions/rendering/mail/mail-facts.ts";
import { deliver } from "../../functions/workflows/deliver/deliver.ts";
import { register } from "../../functions/workflows/registration/register.ts";
import { verify } from "../../functions/workflows/registration/self-service.ts";
import { streamEvent } from "../worlds/aws/stream-event.ts";
import { postOffice } from "../worlds/registration/post-office.ts";
import { everything, type RegisteringWorld, registeringWorld } from "../worlds/registration/registering.ts";
import { eventOf, placeOf, submissionOf } from "../worlds/registration/registration-events.ts";

const FIRST = submissionOf();
const SECOND = submissionOf();
let world: RegisteringWorld;
let sent: MailFacts[];

beforeEach(async () => {
  world = await registeringWorld(eventOf([placeOf("hall")]));
  sent = [];
  for (const submission of [FIRST, SECOND]) await register(world.dependencies, world.event, submission);
  await verify(world.dependencies, { event: world.event, id: FIRST.id });
});

/** The handler as it is on AWS, with a mail service that takes nothing for some. */
function handlerRefusing(refused: readonly string[] = []) {
  const failures: unknown[] = [];
  const office = postOffice(world, sent, {
    send: async (facts) => {
      if (refused.includes(facts.mail.registration)) throw new Error("the mail service does not answer");
      sent.push(facts);
      return "an id";
    },
  });
  const handler = outboxStreamHandler(
    (registration) => deliver(office, registration),
    (error) => failures.push(error),
  );
  return { handler, failures };
}

const failed = ({ batchItemFailures }: BatchResponse) =>
  batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);

describe("a batch of the table's stream", () => {
  test("sends the mail of its registrations, and of everything else that was written none", async () => {
    const event = streamEvent(await everything(world.client, world.table));
    expect(event.Records.length).toBeGreaterThan(5);
    const { handler } = handlerRefusing();
    expect(await handler(event)).toEqual({ batchItemFailures: [] });
    const by = (to: string) => sent.filter(({ mail }) => mail.to === to).map(({ mail }) => mail.kind);
    expect([by(FIRST.contact.email), by(SECOND.contact.email)]).toEqual([["confirmed"], ["verify"]]);
  });

  test("that comes twice sends nothing twice", async () => {
    const event = streamEvent(await everything(world.client, world.table));
    const { handler } = handlerRefusing();
    await Promise.all([handler(event), handler(event)]);
    await handler(event);
    expect(sent).toHaveLength(2);
  });

  test("answers the first record of a registration that failed, and sends the mail of the others", async () => {
    const records = (await everything(world.client, world.table)).filter(({ pk }) =>
      pk?.S?.startsWith("outbox#"),
    );
    const event = streamEvent(records);
    const first = event.Records.find(({ dynamodb }) => dynamodb.Keys.sk.S.startsWith(FIRST.id));
    const { handler, failures } = handlerRefusing([FIRST.id]);
    expect(failed(await handler(event))).toEqual([first?.dynamodb.SequenceNumber]);
    expect(failures).toEqual([expect.objectContaining({ message: "the mail service does not answer" })]);
    expect(sent.map(({ mail }) => mail.to)).toEqual([SECOND.contact.email]);

    expect(failed(await handlerRefusing().handler(event))).toEqual([]);
    expect(sent.map(({ mail }) => mail.to)).toEqual([SECOND.contact.email, FIRST.contact.email]);
  });

  test("without keys, or of another shape, is no failure", async () => {
    const { handler } = handlerRefusing();
    expect(await handler({ Records: [{}, { dynamodb: { Keys: { pk: { S: "outbox#a" } } } }] })).toEqual({
      batchItemFailures: [],
    });
    expect(sent).toEqual([]);
  });
});
