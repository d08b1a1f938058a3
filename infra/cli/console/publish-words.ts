import { refusalLine } from "../../../functions/domain/refusal.ts";
import type { CompileEvent } from "../../../functions/workflows/manifest.ts";
import type { PublishEvent, PublishOutcome } from "../../../functions/workflows/publish/publish-events.ts";
import { asStarted } from "./as-started.ts";

/** Where progress is shown. */
export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Units told one by one in a log; of more, every hundredth is. */
const TOLD_ONE_BY_ONE = 50;
const STEP = 100;
/** Of one large upload. */
const STEPS_IN_A_LOG = 10;

/**
 * Shows what publishing tells while it works: one line that keeps changing on a terminal, plain lines in a log.
 * Moved addresses, seats and refusals are told in any case.
 */
export function progressOn(screen: Screen): { report(event: PublishEvent): void; end(): void } {
  let differing = 0;
  let done = 0;
  let shown = false;
  const clear = () => {
    if (shown) screen.write("\r\u001b[K");
    shown = false;
  };
  const line = (text: string) => {
    clear();
    screen.write(`${asStarted(text)}\n`);
  };
  const step = (text: string) => {
    if (!screen.isTTY) return;
    screen.write(`\r\u001b[K${text.slice(0, 100)}`);
    shown = true;
  };

  function unit(folder: string, outcome: string): void {
    done++;
    if (screen.isTTY) step(`${done} of ${Math.max(done, differing)}  ${folder}`);
    else if (differing <= TOLD_ONE_BY_ONE) line(`${outcome} ${folder}`);
    else if (done % STEP === 0) line(`${done} of ${differing}`);
  }

  /** Bytes told of in a log, by the key of what is being uploaded. */
  const told = new Map<string, number>();
  function uploading(key: string, bytes: number, soFar: number): void {
    const name = key.slice(key.lastIndexOf("/") + 1);
    const text = `${Math.floor((100 * soFar) / bytes)} % of ${name} (${bytesInWords(bytes)})`;
    if (screen.isTTY) step(`${done} of ${differing}  ${text}`);
    if (screen.isTTY || (soFar < bytes && soFar - (told.get(key) ?? 0) < bytes / STEPS_IN_A_LOG)) return;
    told.set(key, soFar);
    line(`uploading ${text}`);
  }

  /** Files that are read or made: in a log, of many every hundredth. */
  function making({ kind, folder, name, done: made, of }: CompileEvent): void {
    if (screen.isTTY) step(`${kind === "read" ? "reading" : "made"} ${made} of ${of}  ${folder}/${name}`);
    else if (kind === "prepared" && of > STEP && made % STEP === 0)
      line(`made ${made} of ${of} files of ${folder}`);
  }

  return {
    report: (event) => {
      switch (event.kind) {
        case "started":
          differing = event.differing;
          if (differing > 0) step(`${differing} of ${event.units} to compile`);
          return;
        case "unit":
          return unit(event.folder, event.outcome);
        case "uploading":
          return uploading(event.key, event.bytes, event.bytesSoFar);
        case "uploaded":
          return step(`${done} of ${differing}  ${event.key} (${bytesInWords(event.bytes)})`);
        case "read":
        case "prepared":
          return making(event);
        case "file-removed":
          return step(`${done} of ${differing}  removing ${event.key}`);
        case "moved":
          return line(`${event.folder}: ${event.from} redirects to ${event.to}`);
        case "capacity":
          return line(
            event.before === undefined
              ? `${event.folder}: ${event.place} has ${counted(event.capacity, "seat")}`
              : `${event.folder}: ${event.place} has ${counted(event.capacity, "seat")} instead of ${event.before}`,
          );
        case "place-kept":
          return line(
            `${event.folder}: ${event.place} is gone from the file; who registered for it keeps the seat`,
          );
        case "former-unread":
          return line(
            `${event.folder}: the former version of ${event.path} could not be read, and its history has a gap: ${event.reason}`,
          );
        case "untold":
          return line(
            `${event.folder}: no version and no difference is kept of what it lost; \`npm run redact -- ${event.folder}\` takes the words out of what was kept before`,
          );
        case "refused":
          return line(`${event.dryRun ? "Would be refused" : "Refused"}: ${refusalLine(event)}`);
      }
    },
    end: clear,
  };
}

/** `Created 3, changed 1, removed 0, left 24 as they were; 5 files uploaded (2.1 MB); invalidated 12 addresses.` */
export function outcomeInWords(
  { created, changed, removed, left, files, bytes, invalidated }: PublishOutcome,
  { dryRun, caches }: { dryRun: boolean; caches: boolean },
): string {
  const parts = [`Created ${created}, changed ${changed}, removed ${removed}, left ${left} as they were`];
  if (files > 0) parts.push(`${counted(files, "file")} uploaded (${bytesInWords(bytes)})`);
  if (caches && invalidated > 0) parts.push(`invalidated ${counted(invalidated, "address", "addresses")}`);
  return `${dryRun ? "A dry run, nothing was written. " : ""}${parts.join("; ")}.`;
}

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** Bytes in decimal units, as file managers show them. */
export function bytesInWords(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, "byte");
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} KB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}
