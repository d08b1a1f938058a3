import { mayNamePerson, proposedFileName } from "../../../functions/domain/content/file-name.ts";
import { bytesInWords, type Screen } from "../console/publish-words.ts";

/** Shows how far work on one file is. */
export interface FileProgress {
  show(doing: string, file: string, done: number, of: number): void;
  /** A line that stays. */
  line(text: string): void;
  end(): void;
}

/** In a log, of a file that takes long, a line for every tenth. */
const LOGGED_FROM_BYTES = 50_000_000;
const REDRAWN_AFTER_MS = 100;

/**
 * One line that keeps changing on a terminal, plain lines in a log.
 * @param time in milliseconds, from any beginning
 */
export function fileProgress(screen: Screen, time: () => number): FileProgress {
  let shown = false;
  let task = "";
  let drawn = 0;
  let tenths = 0;
  let from = { bytes: 0, at: 0 };
  const clear = () => {
    if (shown) screen.write("\r\u001b[K");
    shown = false;
  };
  return {
    show: (doing, file, done, of) => {
      const now = time();
      if (task !== `${doing} ${file}`) {
        task = `${doing} ${file}`;
        from = { bytes: done, at: now };
        tenths = Math.floor((done / of) * 10);
        drawn = 0;
      }
      const text = `${doing} ${file}: ${progressInWords(done, of, { bytes: done - from.bytes, ms: now - from.at })}`;
      if (!screen.isTTY) {
        if (of < LOGGED_FROM_BYTES || Math.floor((done / of) * 10) <= tenths) return;
        tenths = Math.floor((done / of) * 10);
        screen.write(`${text}\n`);
      } else if (now - drawn >= REDRAWN_AFTER_MS) {
        drawn = now;
        screen.write(`\r\u001b[K${text.slice(0, 100)}`);
        shown = true;
      }
    },
    line: (text) => {
      clear();
      screen.write(`${text}\n`);
    },
    end: clear,
  };
}

/** `312.5 MB of 500.0 MB, 62 %, 45.2 MB/s, 4 s left` */
export function progressInWords(
  done: number,
  of: number,
  since: { readonly bytes: number; readonly ms: number },
): string {
  const parts = [`${bytesInWords(done)} of ${bytesInWords(of)}`, `${percent(done, of)} %`];
  if (since.bytes > 0 && since.ms > 0) {
    const bytesPerSecond = (since.bytes / since.ms) * 1_000;
    parts.push(`${bytesInWords(Math.round(bytesPerSecond))}/s`);
    if (done < of) parts.push(`${secondsInWords((of - done) / bytesPerSecond)} left`);
  }
  return parts.join(", ");
}

/** Never 100 before the end. */
export const percent = (done: number, of: number): number => (of === 0 ? 100 : Math.floor((done / of) * 100));

function secondsInWords(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3_600) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3_600).toFixed(1)} h`;
}

/** What to paste into kit.yaml, and a warning where the name of the file tells too much. */
export function pasteLines(name: string, sha256: string): string {
  const lines = [`    file: ${proposedFileName(name, sha256)}`, `    original: ${sha256}`];
  if (mayNamePerson(name))
    lines.push(
      `  ${name} may be the name of a person, and readers see the names of files: the proposed one is not.`,
    );
  return lines.join("\n");
}
