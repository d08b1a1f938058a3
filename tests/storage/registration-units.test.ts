import { randomBytes } from "node:crypto";
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { submitted } from "../../functions/domain/registration/decisions/submit.ts";
import { outboxOf } from "../../functions/domain/registration/mail.ts";
import { stepsOf } from "../../functions/storage/registrations/registration-transaction.ts";
import { eventOf, OPENED, placeOf, submissionOf } from "../worlds/registration/registration-events.ts";

const event = eventOf([placeOf("hall")]);
/** As long, and as random, as a token sealed by KMS is. */
const TOKEN = {
  hash: randomBytes(32).toString("base64url"),
  sealed: randomBytes(225).toString("base64url"),
};

/** Two units for every begun KB of what each step writes (DynamoDB Developer Guide, "Read/write capacity"). */
function unitsOf({ Put, Update, Delete }: TransactWriteItem): number {
  const item = Put?.Item ?? { ...Update?.Key, ...Delete?.Key };
  let bytes = 0;
  for (const [name, value] of Object.entries(item))
    bytes += Buffer.byteLength(name) + Buffer.byteLength(value.B ?? value.S ?? value.N ?? "true");
  return 2 * Math.ceil(bytes / 1024);
}

/** A question answered in as many letters as one may, none of them repeated word for word. */
const LONG = Array.from(
  { length: 280 },
  (_, i) => ["нужда", "отель", "рейс", "виза", "доклад", "вопрос", "язык"][i % 7] + String(i * 7919),
)
  .join(" ")
  .slice(0, 2_000);

test.each([
  ["with seats", true, 14, ""],
  ["without seats", false, 14, ""],
  ["with seats and a long answer", true, 14, LONG],
])("one person at one place costs few write units: %s", (_, room, most, answer) => {
  const contact = {
    name: "Айгүл Серікқызы Нұрмағамбетова",
    email: "aigul.nurmagambetova@ministry.example.kz",
    phone: "+7 701 000 00 00",
    organisation: "Министерство внутренних дел Республики Казахстан",
  };
  const submission = submissionOf({
    contact,
    people: [{ name: contact.name }],
    needs: "A ramp at the entrance",
    answers: { speakers: answer },
  });
  const change = submitted(submission, {
    event,
    now: OPENED,
    at: Date.parse(OPENED),
    token: TOKEN,
    room: () => room,
  });
  const seats = new Map([["hall", { capacity: 5, taken: room ? 0 : 5, waiting: 0 }]]);
  const steps = stepsOf("t", [{ ...change, mails: outboxOf(change.after, change.mails) }], seats);
  expect(steps?.reduce((sum, { item }) => sum + unitsOf(item), 0)).toBeLessThanOrEqual(most);
});
