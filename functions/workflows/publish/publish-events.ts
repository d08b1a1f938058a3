import type { RefusalCode } from "../../domain/refusal.ts";
import type { CompileEvent } from "../manifest.ts";
import type { HeldOutcome } from "./stored/held-records.ts";

/** What publishing tells while it works, for whoever shows it. */
export type PublishEvent =
  | CompileEvent
  | { readonly kind: "started"; readonly units: number; readonly differing: number }
  | { readonly kind: "unit"; readonly folder: string; readonly outcome: UnitOutcome }
  /** A document has a new address, to which the former one redirects. */
  | { readonly kind: "moved"; readonly folder: string; readonly from: string; readonly to: string }
  /** Of more than 50 MB, after each part. */
  | {
      readonly kind: "uploading";
      readonly key: string;
      readonly bytes: number;
      readonly bytesSoFar: number;
    }
  | { readonly kind: "uploaded"; readonly key: string; readonly bytes: number }
  /** A file that nothing may lead to any more. */
  | { readonly kind: "file-removed"; readonly key: string }
  /** A place has another number of seats, or is new. */
  | {
      readonly kind: "capacity";
      readonly folder: string;
      readonly place: string;
      readonly before: number | undefined;
      readonly capacity: number;
    }
  /** A place that its file has no longer keeps its seats: people may hold them. */
  | {
      readonly kind: "place-kept";
      readonly folder: string;
      readonly place: string;
      readonly capacity: number;
    }
  /** A former version of a document that cannot be read, or not all of it: its history has a gap. */
  | {
      readonly kind: "former-unread";
      readonly folder: string;
      readonly path: string;
      readonly reason: string;
    }
  /** A unit that changes for someone's safety: no former version and no difference was stored. */
  | { readonly kind: "untold"; readonly folder: string }
  /** A unit that was refused and stays as it was; of a dry run, what publishing would refuse. */
  | {
      readonly kind: "refused";
      readonly code: RefusalCode;
      readonly dryRun: boolean;
      readonly message: string;
      readonly help: string;
    };

export type UnitOutcome = "created" | "changed" | "removed" | "unchanged";

/** What a publication came to. */
export interface PublishOutcome {
  readonly created: number;
  readonly changed: number;
  readonly removed: number;
  /** Units that were as they should be. */
  readonly left: number;
  readonly files: number;
  readonly bytes: number;
  /** Addresses that caches were told to forget. */
  readonly invalidated: number;
  /** Units that were refused; of a dry run, what publishing would refuse. */
  readonly refused: number;
  /** Units that could not be published. */
  readonly held: readonly HeldOutcome[];
}

/** Adds up what is reported. */
export class Tally {
  private readonly units: Record<UnitOutcome, number> = { created: 0, changed: 0, removed: 0, unchanged: 0 };
  private files = 0;
  private bytes = 0;
  private refused = 0;

  add(event: PublishEvent): void {
    if (event.kind === "unit") this.units[event.outcome]++;
    if (event.kind === "refused") this.refused++;
    if (event.kind !== "uploaded") return;
    this.files++;
    this.bytes += event.bytes;
  }

  /** @param survey with the number of units that were not even compiled */
  outcome(
    { left, held }: { readonly left: number; readonly held: readonly HeldOutcome[] },
    invalidated: number,
  ): PublishOutcome {
    const { unchanged, ...units } = this.units;
    const { files, bytes, refused } = this;
    return { ...units, left: left + unchanged, files, bytes, invalidated, refused, held };
  }
}
