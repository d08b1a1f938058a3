import { dateInWords } from "../../../domain/date-in-words.ts";
import { anchor } from "../../../domain/documents/anchor.ts";
import { statementCitation } from "../../../domain/documents/citation.ts";
import type { ReleaseDocument, Statement } from "../../../domain/documents/release.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";
import { Citation } from "../parts/citation.tsx";

interface OnRelease {
  readonly document: ReleaseDocument;
  readonly context: PageContext;
}

/** What people said, each with speaker and role, and with an address of its own. */
export function ReleaseStatements({ document, context }: OnRelease) {
  return (
    <section class="block">
      <h2>{messagesOf(context.language).release.statements}</h2>
      {document.statements.map((statement) => (
        <Said statement={statement} document={document} context={context} />
      ))}
    </section>
  );
}

/** Only words on record are a quotation, with quotation marks; a paraphrase is labelled as one and has none. */
function Said({ statement, document, context }: OnRelease & { statement: Statement }) {
  const { language, site } = context;
  const { release, quoted } = messagesOf(language);
  const { id, kind, speaker, role, text, date } = statement;
  const name = anchor("statement", id);
  const label = release.statementKinds[kind];
  return (
    <figure class="statement" id={name}>
      {label !== undefined && <p class="label">{label}</p>}
      {kind === "quote" ? (
        <blockquote>
          <p>{quoted(text)}</p>
        </blockquote>
      ) : (
        <p>{text}</p>
      )}
      <figcaption>
        <strong>{speaker}</strong>, {role}, <time datetime={date}>{dateInWords(date, language)}</time>
        {!document.withdrawn && (
          <Citation
            text={statementCitation({ statement, release: document, site, language })}
            name={name}
            label={release.cite}
            linkLabel={release.linkToStatement(speaker)}
          />
        )}
      </figcaption>
    </figure>
  );
}
