import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { OutboxMail } from "../../domain/registration/mail.ts";
import type { Registration } from "../../domain/registration/registration.ts";
import type { SeatCeiling } from "../../domain/registration/seats.ts";

/** A registration as it was read and as it shall be; without `after` it is erased, and without `before` it is new. */
export interface StoredChange {
  readonly before: Registration | undefined;
  readonly after: Registration | undefined;
  readonly mails: readonly OutboxMail[];
  /** Set where seats are given out of turn or beyond the capacity, on purpose. */
  readonly beyond?: SeatCeiling | undefined;
  /** Set where what is erased is to be counted, so that it is known how many came. */
  readonly counted?: boolean;
}

/** What a step is about, so that whoever meets a failed condition knows what to read again. */
export type StepSubject = "registration" | "place" | "address" | "entry" | "mail" | "count";

export interface Step {
  readonly about: StepSubject;
  readonly item: TransactWriteItem;
}
