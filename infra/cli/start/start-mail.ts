import type { Clock } from "../../../functions/domain/instant.ts";
import type { Endings } from "../../local/endings.ts";
import type { DiskRoom } from "../../local/machine/disk-room.ts";
import { failureLog } from "../../local/machine/failure-log.ts";
import { startInbox } from "../../local/mail/inbox-server.ts";
import { startMailCatcher } from "../../local/mail/mail-catcher.ts";
import { smtpSender } from "../../local/mail/smtp-sender.ts";
import { startMailWork } from "../../local/registration.ts";
import { localReplies } from "../../local/replies.ts";
import type { Stores } from "../../local/stores.ts";
import type { StartedFacts } from "../publishing/start-words.ts";

/** Mail goes to a catcher with an inbox of its own, beside the newsroom's port; what people answer comes there, too. */
export async function startMail(
  stores: Stores,
  address: string,
  { mail, preview, ...shown }: ServedNewsroom & { readonly mail: string },
  endings: Endings,
  disk: DiskRoom,
): Promise<Pick<StartedFacts, "inbox" | "smtp">> {
  const catcher = await startMailCatcher({ folder: mail, take: localReplies(stores, shown) });
  await endings.add(() => catcher.stop());
  const sender = smtpSender(catcher.port);
  await endings.add(() => sender.close());
  const failed = failureLog("Mail or registrations:", disk);
  const work = { ...shown, address, send: sender.send, housekeeping: !preview, failed };
  for (const each of startMailWork(stores, work)) await endings.add(() => each.stop());
  const inbox = await startInbox(catcher, Number(new URL(address).port) + 1);
  await endings.add(() => inbox.stop());
  return { inbox: inbox.address, smtp: catcher.port };
}

/** What those who serve and mail have in common. */
export interface ServedNewsroom {
  readonly state: string;
  readonly clock: Clock;
  readonly preview: boolean;
}
