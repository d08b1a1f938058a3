import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { submitted } from "../../functions/domain/registration/decisions/submit.ts";
import { outboxOf } from "../../functions/domain/registration/mail.ts";
import { stepsOf } from "../../functions/storage/registration-transaction.ts";
import { eventOf, OPENED, placeOf, submissionOf } from "../worlds/registering.ts";

const event = eventOf([placeOf("hall")]);
/** As long as a token sealed by KMS is. */
const TOKEN = { hash: "h".repeat(43), sealed: "s".repeat(300) };

/** Two units for every begun KB of what each step writes (DynamoDB Developer Guide, "Read/write capacity"). */
function unitsOf({ Put, Update, Delete }: TransactWriteItem): number {
  const item = Put?.Item ?? { ...Update?.Key, ...Delete?.Key };
  let bytes = 0;
  for (const [name, value] of Object.entries(item))
    bytes += Buffer.byteLength(name) + Buffer.byteLength(value.S ?? value.N ?? "true");
  return 2 * Math.ceil(bytes / 1024);
}

test.each([true, false])("one person at one place costs at most 14 write units, with seats: %s", (room) => {
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
  });
  const change = submitted(submission, {
    event,
    now: OPENED,
    at: Date.parse(OPENED),
    token: TOKEN,
    hasRoom: () => room,
  });
  const seats = new Map([["hall", { capacity: 5, taken: room ? 0 : 5, waiting: 0 }]]);
  const steps = stepsOf("t", [{ ...change, mails: outboxOf(change.after, change.mails) }], seats);
  expect(steps.reduce((sum, { item }) => sum + unitsOf(item), 0)).toBeLessThanOrEqual(14);
});
