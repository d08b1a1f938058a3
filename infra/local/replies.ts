import type { Clock } from "../../functions/domain/instant.ts";
import { newsroomReader } from "../../functions/storage/newsroom/newsroom-reader.ts";
import { registrationEvents } from "../../functions/storage/newsroom/registration-events.ts";
import { registrations } from "../../functions/storage/registrations/registrations.ts";
import { answerMail } from "../../functions/workflows/replies/answer-mail.ts";
import type { TakenMail } from "./mail/mail-catcher.ts";
import type { Stores } from "./stores.ts";

/** From which the newsroom of one machine sends, and to which calendars answer. */
export const LOCAL_SENDER = "registration@newsroom.local";
export const LOCAL_REPLIES = "calendar@newsroom.local";

/** Answers mail to the address for answers as SES would have it answered; whatever else is taken is for the inbox alone. */
export function localReplies(
  { dynamodb }: Pick<Stores, "dynamodb">,
  { clock }: { clock: Clock },
): (mail: TakenMail) => Promise<void> {
  const { client, table, registrations: people } = dynamodb;
  const dependencies = {
    events: registrationEvents(newsroomReader(client, table)),
    registrations: registrations(client, people),
    own: [LOCAL_SENDER, LOCAL_REPLIES],
    clock,
  };
  return async ({ raw, returnPath, recipients }) => {
    if (recipients.some((recipient) => recipient.toLowerCase() === LOCAL_REPLIES))
      await answerMail(dependencies, { raw, returnPath });
  };
}
