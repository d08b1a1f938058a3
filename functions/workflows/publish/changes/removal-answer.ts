import type { Language } from "../../../domain/language.ts";
import type { PersonalDetailKind } from "../../../domain/personal/personal-details.ts";

/** Something by which a person can be found, and which readers would not find any more. */
export interface RemovedDetail {
  readonly language: Language;
  /** `picture`: of people, or one of which nobody has said that it shows none. */
  readonly kind: PersonalDetailKind | "picture";
  /** The words, or the name of the file: never for a log. */
  readonly text: string;
}

/** What publishing a unit would take out of sight of a person. */
export interface PersonalRemoval {
  readonly unit: string;
  readonly folder: string;
  /** At least one. */
  readonly details: readonly RemovedDetail[];
}

/**
 * Why it goes. `correction`: in the open, with the difference on `/changes` and the former version kept. `safety`:
 * because it endangers someone, so neither is stored.
 */
export type RemovalAnswer = "correction" | "safety";

/** Answers for whoever publishes; undefined leaves the unit as it is. */
export type AnswerRemoval = (removal: PersonalRemoval) => Promise<RemovalAnswer | undefined>;

const KIND_NAMES: Record<RemovedDetail["kind"], string> = {
  name: "a name",
  address: "an address",
  profile: "a profile",
  email: "an email address",
  telephone: "a telephone number",
  picture: "a picture that may show people",
};

/** `a name`, in the middle of a sentence. */
export const kindInWords = (kind: RemovedDetail["kind"]): string => KIND_NAMES[kind];
