import type { Correction } from "../../domain/documents/parts.ts";
import { messagesOf } from "../messages/messages-of.ts";
import type { PageContext } from "../page-context.ts";
import { CHANGES } from "./landmarks.ts";
import { Moment } from "./times.tsx";

interface Corrected {
  readonly corrections: readonly Correction[];
  readonly zone: string;
}

/** At the top of a corrected document: the latest correction, and where they all stand. */
export function LatestCorrection({ document, context }: { document: Corrected; context: PageContext }) {
  const latest = document.corrections.at(-1);
  if (!latest) return null;
  const { publication } = messagesOf(context.language);
  return (
    <div class="note">
      <p>
        <strong>{publication.corrected}</strong>{" "}
        <Moment at={latest.at} zone={document.zone} language={context.language} />: {latest.note}
      </p>
      {document.corrections.length > 1 && (
        <p>
          <a href={`#${CHANGES}`}>{publication.changesBelow}</a>
        </p>
      )}
    </div>
  );
}

/** Every correction with its time, the newest first. */
export function Corrections({ document, context }: { document: Corrected; context: PageContext }) {
  if (document.corrections.length === 0) return null;
  return (
    <section class="block" id={CHANGES}>
      <h2>{messagesOf(context.language).publication.changes}</h2>
      <dl class="facts">
        {document.corrections.toReversed().map(({ at, note }) => (
          <div>
            <dt>
              <Moment at={at} zone={document.zone} language={context.language} />
            </dt>
            <dd>{note}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
