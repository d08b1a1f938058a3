import type { Clock } from "../../domain/instant.ts";
import type { MediaStore } from "../../storage/buckets/media-store.ts";
import type { Ledger } from "../../storage/newsroom/ledger.ts";
import type { NewsroomWriter } from "../../storage/newsroom/newsroom-writer.ts";
import type { HeldLease, PublishLease } from "../../storage/newsroom/publish-lease.ts";
import type { PlaceCapacities } from "../../storage/registrations/place-capacities.ts";
import type { Manifest } from "../manifest.ts";
import type { AnswerRemoval } from "./changes/removal-answer.ts";
import type { PublishEvent } from "./publish-events.ts";

/** What is asked of a publication: the content, and what it may do. */
export interface PublishRequest {
  readonly manifest: Manifest;
  /** Finds out and reports everything, writes nothing. */
  readonly dryRun?: boolean;
  /** Leaves the archives of kits to the next publication: for what must be out of public within minutes. */
  readonly withoutArchives?: boolean;
  /** The units to be published, whatever else differs. */
  readonly only?: readonly string[];
  /** Removes files at once that were replaced, instead of leaving them to whoever is downloading them. */
  readonly forgetFormer?: boolean;
  /** Removes units whose folder is gone, instead of refusing. */
  readonly removeMissing?: boolean;
  /** Lets publishAt of something public move into the future, instead of refusing. */
  readonly allowHide?: boolean;
  /**
   * Lets what left come back without a correction that says why, instead of refusing; not what an emergency took back and
   * the content does not know of.
   */
  readonly allowReturn?: boolean;
  /**
   * Says why something by which a person can be found goes from what readers see; undefined leaves the unit as it is.
   * Without it, that is for safety where `forgetFormer` says so, and every such unit stays where it does not.
   * The newsroom is held meanwhile, and several units may ask at once: whoever asks a person does so after publishing,
   * and publishes again.
   */
  readonly answerRemoval?: AnswerRemoval;
  /** Ids of emergencies of which this publication is a step: it does not wait for their end. */
  readonly despitePending?: readonly string[];
}

/** What a publication has at hand: stores, caches, the clock, and who hears of it. */
export interface PublishResources {
  readonly writer: NewsroomWriter;
  readonly media: MediaStore;
  readonly ledger: Ledger;
  readonly lease: PublishLease;
  /** The lease that an emergency holds already: it is neither taken nor given back. */
  readonly held?: HeldLease;
  /** Where the seats of places are kept; without it, nobody can register for what is published. */
  readonly places?: PlaceCapacities;
  /** Tells caches to forget addresses; those that end in `*` stand for all that begin so. */
  readonly invalidate: (addresses: readonly string[]) => Promise<void>;
  readonly clock: Clock;
  readonly report?: (event: PublishEvent) => void;
  /** Ends the publication after the units in flight. */
  readonly signal?: AbortSignal;
}
