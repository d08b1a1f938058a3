import type { Clock } from "../../domain/instant.ts";
import type { HiddenStore } from "../../storage/buckets/hidden-store.ts";
import type { MediaStore } from "../../storage/buckets/media-store.ts";
import type { OriginalsStore } from "../../storage/buckets/originals-store.ts";
import type { Ledger } from "../../storage/newsroom/ledger.ts";
import type { NewsroomWriter } from "../../storage/newsroom/newsroom-writer.ts";
import type { HeldLease, PublishLease } from "../../storage/newsroom/publish-lease.ts";
import type { PlaceCapacities } from "../../storage/registrations/place-capacities.ts";

/** What taking something back is given: values and stores, so that it can be called from anywhere. */
export interface EmergencyNewsroom {
  readonly writer: NewsroomWriter;
  readonly ledger: Ledger;
  readonly lease: PublishLease;
  /** Removes every version of what it removes, and of what it takes back. */
  readonly media: MediaStore;
  /** Where hidden bytes lie. */
  readonly hidden: HiddenStore;
  readonly originals: Pick<OriginalsStore, "remove">;
  readonly places?: PlaceCapacities;
  /** Tells caches to forget addresses, and returns once they have. */
  readonly invalidate: (addresses: readonly string[]) => Promise<void>;
  readonly clock: Clock;
}

/** The same while it holds the lease. */
export interface EmergencyAtWork extends EmergencyNewsroom {
  readonly held: HeldLease;
}

/** An address that says something else from now on. */
export interface TakenBack {
  /** Path of the address. */
  readonly address: string;
  /** Statuses with which it may answer. */
  readonly answers: readonly number[];
  /** Text that the answer must hold, such as why something was withdrawn. */
  readonly shows?: string;
}

/** What an emergency came to. */
export interface EmergencyOutcome {
  /** Every address whose answer changed, to be looked at. */
  readonly addresses: readonly TakenBack[];
}
