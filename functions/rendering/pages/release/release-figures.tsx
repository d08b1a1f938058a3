import { dateInWords } from "../../../domain/date-in-words.ts";
import { anchor } from "../../../domain/documents/anchor.ts";
import { figureCitation } from "../../../domain/documents/citation.ts";
import type { Figure, ReleaseDocument } from "../../../domain/documents/release.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";
import { Citation } from "../parts/citation.tsx";
import { ReferenceLink } from "../parts/related.tsx";

interface OnRelease {
  readonly document: ReleaseDocument;
  readonly context: PageContext;
}

/**
 * The figures of a release as a table that one can select and paste into a spreadsheet. On a narrow screen it
 * scrolls within a region that the keyboard reaches (WCAG 2.1.1).
 */
export function ReleaseFigures({ document, context }: OnRelease) {
  const { history, release } = messagesOf(context.language);
  return (
    <section class="block scroll" aria-labelledby="figures" tabindex={0}>
      <h2 id="figures">{release.figures}</h2>
      <table class="figures">
        <caption>{document.withdrawn ? history.withdrawnFigures : release.figuresCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{release.value}</th>
            <th scope="col">{release.what}</th>
            <th scope="col">{release.source}</th>
            <th scope="col">{release.asOf}</th>
          </tr>
        </thead>
        <tbody>
          {document.figures.map((figure) => (
            <FigureRow figure={figure} document={document} context={context} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FigureRow({ figure, document, context }: OnRelease & { figure: Figure }) {
  const { language, site } = context;
  const { release } = messagesOf(language);
  const { id, value, label, note, source, sourceUrl, asOf, supersededBy } = figure;
  const name = anchor("figure", id);
  return (
    <tr id={name}>
      <th scope="row">{value}</th>
      <td>
        {label}
        {note !== undefined && <p class="soft">{note}</p>}
        {supersededBy && (
          <p class="soft">
            {release.superseded} <strong>{supersededBy.value}</strong>,{" "}
            <ReferenceLink
              to={supersededBy.release}
              hash={`#${anchor("figure", supersededBy.id)}`}
              context={context}
            />
          </p>
        )}
        {!document.withdrawn && (
          <Citation
            text={figureCitation({ figure, release: document, site, language })}
            name={name}
            linkLabel={release.linkToFigure(value)}
            label={release.cite}
          />
        )}
      </td>
      <td>{sourceUrl === undefined ? source : <a href={sourceUrl}>{source}</a>}</td>
      <td>{dateInWords(asOf, language)}</td>
    </tr>
  );
}
