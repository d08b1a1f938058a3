import { changesPath } from "../../../domain/addresses.ts";
import type { Correction, Withdrawal } from "../../../domain/documents/parts.ts";
import type { Instant } from "../../../domain/instant.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { CHANGES } from "../frame/landmarks.ts";
import type { PageContext } from "../frame/page-context.ts";
import { DayAndTime } from "./times.tsx";

interface Changed {
  readonly kind: "release" | "event" | "kit";
  readonly path: string;
  readonly corrections: readonly Correction[];
  readonly redactedAt?: readonly Instant[] | undefined;
  readonly withdrawn?: Withdrawal | undefined;
  readonly zone: string;
}

interface OnChanged {
  readonly document: Changed;
  readonly context: PageContext;
}

/** At the top of a corrected document: the latest correction, and where they all stand. Nothing beside a withdrawal. */
export function LatestCorrection({ document, context }: OnChanged) {
  const latest = document.corrections.at(-1);
  if (!latest || document.withdrawn) return null;
  const { publication } = messagesOf(context.language);
  return (
    <div class="note">
      <p>
        <strong>{publication.corrected}</strong>{" "}
        <DayAndTime at={latest.at} zone={document.zone} language={context.language} />: {latest.note}
      </p>
      {document.corrections.length > 1 && (
        <p>
          <a href={`#${CHANGES}`}>{publication.changesBelow}</a>
        </p>
      )}
      <EveryChange document={document} context={context} />
    </div>
  );
}

/** Everything said of its changes with its time, the latest first. */
export function Corrections({ document, context }: OnChanged) {
  const { corrections, redactedAt = [], withdrawn, zone } = document;
  const { history, publication } = messagesOf(context.language);
  const beside = [
    ...redactedAt.map((at) => ({ at, note: history.safety })),
    ...(withdrawn ? [{ at: withdrawn.at, note: `${history.withdrawn}: ${withdrawn.note}` }] : []),
  ];
  const told = [...corrections, ...beside].sort((a, b) => (a.at < b.at ? 1 : -1));
  if (told.length === 0) return null;
  return (
    <section class="block" id={CHANGES}>
      <h2>{beside.length > 0 ? history.changes : publication.changes}</h2>
      <dl class="facts">
        {told.map(({ at, note }) => (
          <div>
            <dt>
              <DayAndTime at={at} zone={zone} language={context.language} />
            </dt>
            <dd>{note}</dd>
          </div>
        ))}
      </dl>
      <EveryChange document={document} context={context} />
    </section>
  );
}

/** To the page that shows what differs; only releases have one. */
function EveryChange({ document, context }: OnChanged) {
  if (document.kind !== "release") return null;
  return (
    <p>
      <a href={changesPath(document.path)}>{messagesOf(context.language).history.all}</a>
    </p>
  );
}
