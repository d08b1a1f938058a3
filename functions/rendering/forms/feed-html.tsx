import { raw } from "hono/html";
import { dateInWords } from "../../domain/date-in-words.ts";
import { anchor } from "../../domain/documents/anchor.ts";
import type { Figure, ReleaseDocument, Statement } from "../../domain/documents/release.ts";
import type { Language } from "../../domain/language.ts";
import { day } from "../format/dates.ts";
import { messagesOf } from "../messages/messages-of.ts";

/**
 * A release as feeds carry it: dateline, body, figures, statements, targets and notes as plain HTML that survives
 * a feed reader's sanitiser; links within the newsroom are root-relative. It is made when content is compiled and
 * must be true at any time after the lift, so what depends on the hour (related items, newer figures) is not in it.
 */
export function feedHtml(document: ReleaseDocument): string {
  const { language, figures, statements, goals, notes } = document;
  const { release: labels } = messagesOf(language);
  return (
    <>
      <p>
        <strong>{document.summary}</strong>
      </p>
      <p>
        {document.city}, {day(document.publishAt, document.zone, language)}
      </p>
      {raw(document.html)}
      {figures.length > 0 && <Figures figures={figures} path={document.path} language={language} />}
      {statements.length > 0 && (
        <>
          <h2>{labels.statements}</h2>
          {statements.map((statement) => (
            <Said statement={statement} language={language} />
          ))}
        </>
      )}
      {goals.length > 0 && (
        <>
          <h2>{labels.goals}</h2>
          <ul>
            {goals.map((goal) => (
              <li>
                {goal.id} {goal.title}
              </li>
            ))}
          </ul>
        </>
      )}
      {notes !== undefined && (
        <>
          <h2>{labels.notes}</h2>
          {raw(notes)}
        </>
      )}
    </>
  ).toString();
}

function Figures({ figures, path, language }: { figures: Figure[]; path: string; language: Language }) {
  const { release: labels } = messagesOf(language);
  return (
    <>
      <h2>{labels.figures}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{labels.value}</th>
            <th scope="col">{labels.what}</th>
            <th scope="col">{labels.source}</th>
            <th scope="col">{labels.asOf}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr>
              <td>
                <a href={`${path}#${anchor("figure", figure.id)}`}>{figure.value}</a>
              </td>
              <td>
                {figure.label}
                {figure.note !== undefined && (
                  <>
                    <br />
                    {figure.note}
                  </>
                )}
              </td>
              <td>{figure.sourceUrl ? <a href={figure.sourceUrl}>{figure.source}</a> : figure.source}</td>
              <td>{dateInWords(figure.asOf, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Only words on record stand in a blockquote; a paraphrase is a paragraph that says what it is. */
function Said({ statement, language }: { statement: Statement; language: Language }) {
  const who = `${statement.speaker}, ${statement.role}`;
  const date = dateInWords(statement.date, language);
  if (statement.kind === "quote")
    return (
      <blockquote>
        <p>{statement.text}</p>
        <p>
          — {who}, {date}
        </p>
      </blockquote>
    );
  const kind = messagesOf(language).release.statementKinds.paraphrase?.toLowerCase();
  return (
    <p>
      <strong>{who}</strong>, {date} ({kind}): {statement.text}
    </p>
  );
}
