import { toInstant } from "../domain/instant.ts";
import { availabilityBoard } from "../storage/newsroom/availability.ts";
import { guestLists } from "../storage/registrations/guest-lists.ts";
import { housekeepingMarks } from "../storage/registrations/housekeeping-marks.ts";
import { organiserNotifications } from "../storage/registrations/organiser-notifications.ts";
import { registrations } from "../storage/registrations/registrations.ts";
import { deliver } from "../workflows/deliver/deliver.ts";
import { housekeep } from "../workflows/housekeeping/housekeep.ts";
import { housekeepingHandler } from "./housekeeping-run.ts";
import { mailWork } from "./mail/mail-work.ts";
import { lambdaDynamoDbClient } from "./runtime/dynamodb-client.ts";
import { setting } from "./runtime/setting.ts";
import { writeLine } from "./runtime/write-line.ts";

/** The function that does every minute what the clock demands of registrations. */
const clock = () => new Date();
const dynamodb = lambdaDynamoDbClient(process.env);
const people = setting("REGISTRATIONS_TABLE");
const delivering = mailWork(dynamodb, setting, clock);

export const handler = housekeepingHandler(
  () =>
    housekeep({
      registrations: registrations(dynamodb, people),
      seal: delivering.seal,
      clock: () => clock().getTime(),
      events: delivering.events,
      organisers: {
        ...delivering,
        hearing: organiserNotifications(dynamodb, people),
        registrations: registrations(dynamodb, people),
      },
      availability: availabilityBoard(dynamodb, setting("NEWSROOM_TABLE")),
      lists: guestLists(dynamodb, people),
      marks: housekeepingMarks(dynamodb, people),
      outbox: delivering.outbox,
      deliver: (registration) => deliver(delivering, registration),
    }),
  writeLine,
  () => ({ stage: setting("STAGE"), now: toInstant(clock()) }),
);
