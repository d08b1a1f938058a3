import { setTimeout } from "node:timers/promises";
import { Refusal, refusalLine } from "../../../functions/domain/refusal.ts";
import type { DiskRoom } from "../../local/machine/disk-room.ts";
import type { StateDirectory } from "../../local/machine/state-directory.ts";
import { say, warn, warnOfRefusal } from "../console/say.ts";
import type { FolderPublisher } from "../publishing/folder-publisher.ts";
import { heldLines } from "../publishing/held-lines.ts";
import { problemReport, publishedLine } from "../publishing/start-words.ts";

/** Publishes the content of a newsroom on this machine and says what it came to. */
export interface ContentPublishing {
  /**
   * Before the newsroom is open. It opens with what can be published, and where nothing can, with what was published
   * before.
   *
   * @throws Refusal of a first publication: `content-invalid`, `perl-missing`, `disk-full` …
   */
  atStart(state: Pick<StateDirectory, "wasPublished" | "published">): Promise<void>;
  /**
   * After an edit. Whatever goes wrong, the newsroom stays open with what was published before.
   * @param isEnding whether a failure is no news, since all is ending
   */
  again(isEnding: () => boolean): Promise<void>;
}

/** @param done is called whenever publishing has ended, whatever it came to */
export function contentPublishing(
  publisher: FolderPublisher,
  disk: DiskRoom,
  done: () => void,
): ContentPublishing {
  const problemsOf = problemReport();

  /** @returns why nothing was published, once all problems are printed; undefined when it was */
  async function attempt({ isFirst }: { isFirst: boolean }): Promise<Refusal | undefined> {
    try {
      const { problems, publication } = await publisher.publish();
      warn(problemsOf(problems));
      if (!publication) return WITH_PROBLEMS;
      const { held } = publication.outcome;
      if (isFirst && held.length > 0 && publication.units.every(isOfTheSite)) return WITH_PROBLEMS;
      for (const refused of publication.refused) warnOfRefusal(refused);
      say(publishedLine(publication));
      warn(heldLines(held));
      return undefined;
    } catch (error) {
      const refusal = disk.explain(error) ?? error;
      if (refusal instanceof Refusal) return refusal;
      throw error;
    } finally {
      done();
    }
  }

  /** Gives way to emergencies, and publishes when they have ended. */
  async function untilPublished(
    run: { isFirst: boolean },
    isEnding: () => boolean,
  ): Promise<Refusal | undefined> {
    for (;;) {
      const refusal = await attempt(run);
      if (refusal?.code !== "publish-preempted" || isEnding()) return refusal;
      warn(`${refusal.message} It goes on when that has ended.`);
      await setTimeout(PAUSE_MS);
    }
  }

  return {
    atStart: async (state) => {
      const refusal = await untilPublished({ isFirst: !state.wasPublished }, () => false);
      if (refusal && !state.wasPublished) throw refusal;
      if (refusal) warn(`${notPublished(refusal)}The newsroom opens with what was published before.`);
      else state.published();
    },
    again: async (isEnding) => {
      try {
        const refusal = await untilPublished({ isFirst: false }, isEnding);
        if (refusal) warn(notPublished(refusal));
      } catch (error) {
        if (!isEnding()) console.error("This could not be published:", error);
      }
    },
  };
}

/** Between two attempts, as long as an emergency is at work: those take seconds. */
const PAUSE_MS = 2_000;

/** A newsroom without publications has nothing that anyone could come for. */
const isOfTheSite = ({ folder }: { readonly folder: string }): boolean => folder === "site.yaml";

/** The problems themselves have been printed by then. */
const WITH_PROBLEMS = new Refusal(
  "content-invalid",
  400,
  "Nothing could be published.",
  "Correct what is said above, then start again; `npm run check` shows it without starting.",
);

function notPublished(refusal: Refusal): string {
  if (refusal === WITH_PROBLEMS) return "Not published until this is corrected.\n";
  if (refusal.code === "disk-full") return "Not published: the disk is full.\n";
  return `Not published. ${refusalLine(refusal)}\n`;
}
