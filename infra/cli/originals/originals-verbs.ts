import { existsSync } from "node:fs";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { didYouMean } from "../console/did-you-mean.ts";

/** What `npm run originals` can be asked to do, and what each judges of its arguments. */
const VERBS = {
  add: (files) => {
    if (files.length === 0) throw usage("No file was named.");
    if (files.some((file) => existsSync(file))) return; // the others are named while it works
    const all = files.join(" or ");
    throw new Refusal("file-unusable", 400, `There is no file ${all}.`, "Look at its name and folder.");
  },
  get: requireHashes,
  list: (rest) => {
    if (rest.length > 0) throw usage("`list` takes nothing more.");
  },
  remove: (hashes) => {
    if (hashes.length !== 1) throw usage("Name one hash to remove.");
    requireHashes(hashes);
  },
} satisfies Record<string, (given: readonly string[]) => void>;
export type OriginalsVerb = keyof typeof VERBS;

const isVerb = (verb: string): verb is OriginalsVerb => Object.hasOwn(VERBS, verb);

/**
 * The verb that was asked for, with arguments that it can work on.
 * @throws Refusal `option-invalid`, `original-unknown`, `file-unusable`
 */
export function originalsVerb(verb: string, given: readonly string[]): OriginalsVerb {
  if (!isVerb(verb))
    throw usage(
      verb === "" ? "Nothing was asked for." : `There is no \`${verb}\`.`,
      didYouMean(verb, Object.keys(VERBS)),
    );
  VERBS[verb](given);
  return verb;
}

function requireHashes(given: readonly string[]): void {
  const wrong = given.find((each) => !/^[0-9a-f]{64}$/.test(each));
  if (wrong !== undefined)
    throw usage(`${wrong} is no hash of an original.`, "A hash has 64 digits, as `list` shows them. ");
}

export function unknownOriginal(message: string): Refusal {
  return new Refusal("original-unknown", 404, message, "`npm run originals -- list` shows all.");
}

function usage(message: string, hint = ""): Refusal {
  return new Refusal(
    "option-invalid",
    400,
    message,
    `${hint}Give \`add FILE…\`, \`get [HASH…]\`, \`list\` or \`remove HASH\`; \`npm run originals -- --help\` explains them.`,
  );
}
