import type { PublishProgress } from "../../../functions/rendering/messages/shapes/publish-progress.ts";
import type { PublishEvent } from "../../../functions/workflows/publish/publish-events.ts";
import type { Screen } from "../console/publish-words.ts";

/** How far the newsroom is with publishing: for its pages, and as lines in a log. */
export interface StartProgress {
  /** Undefined when nothing is being published. */
  publishing(): PublishProgress | undefined;
  report(event: PublishEvent): void;
  /** Nothing is being published any more. */
  done(): void;
  end(): void;
}

/** A line in a log at most so often, and after so much longer although nothing is new. */
const LINE_MS = 3_000;
const SAME_LINES = 5;

/**
 * On a terminal, publishing shows by itself how far it is; in a log a line appears every few seconds, so that a start
 * that takes minutes is not silent.
 *
 * @param first what goes on before publishing begins
 */
export function startProgress(screen: Screen, first: string): StartProgress {
  let progress: PublishProgress | undefined;
  let doing: string | undefined = first;
  let last = "";
  let same = 0;

  function line(): void {
    if (doing === undefined) return;
    const counted =
      progress && progress.of > 0 ? `Publishing: ${progress.done} of ${progress.of}` : undefined;
    const text = `${[counted, doing].filter(Boolean).join(", ")} …`;
    same = text === last ? same + 1 : 0;
    last = text;
    if (same % SAME_LINES === 0) screen.write(`${text}\n`);
  }

  const timer = screen.isTTY ? undefined : setInterval(line, LINE_MS);
  timer?.unref();

  return {
    publishing: () => progress,
    report: (event) => {
      switch (event.kind) {
        case "started":
          progress = event.differing > 0 ? { done: 0, of: event.differing } : undefined;
          doing = event.differing > 0 ? "compiling" : undefined;
          return;
        case "unit":
          if (progress) progress = { ...progress, done: Math.min(progress.done + 1, progress.of) };
          doing = event.folder;
          return;
        case "read":
          doing = `Reading ${event.folder}`;
          return;
        case "prepared":
          doing = `${event.folder}: ${event.done} of ${event.of} files`;
          return;
        case "uploading":
          doing = `uploading ${Math.floor((100 * event.bytesSoFar) / event.bytes)} % of ${event.key.slice(event.key.lastIndexOf("/") + 1)}`;
          return;
      }
    },
    done: () => {
      progress = undefined;
      doing = undefined;
    },
    end: () => clearInterval(timer),
  };
}
