import { raw } from "hono/html";
import { dateInWords } from "../../domain/date-in-words.ts";
import { anchor } from "../../domain/documents/anchor.ts";
import type { Statement } from "../../domain/documents/release.ts";
import type { Language } from "../../domain/language.ts";
import { day } from "../format/dates.ts";
import { messagesOf } from "../messages/messages-of.ts";
import type { BlockOf, OutlineBlock } from "./block.ts";

/** An outline as plain HTML that survives a feed reader's sanitiser. The title of an entry stands beside it. */
export function blocksAsFeedHtml(blocks: readonly OutlineBlock[], language: Language): string {
  return blocks.map((block) => (<FeedSection block={block} language={language} />).toString()).join("");
}

function FeedSection({ block, language }: { block: OutlineBlock; language: Language }) {
  return (
    <>
      {block.heading !== undefined && <h2>{block.heading}</h2>}
      <FeedBlock block={block} language={language} />
    </>
  );
}

function FeedBlock({ block, language }: { block: OutlineBlock; language: Language }) {
  switch (block.kind) {
    case "title":
    case "picture":
      return null;
    case "stand-first":
      return (
        <p>
          <strong>{block.text}</strong>
        </p>
      );
    case "line":
      return <p>{block.text}</p>;
    case "dateline":
      return (
        <p>
          {block.city}, {day(block.at, block.zone, language)}
        </p>
      );
    case "text":
      return <>{raw(block.html)}</>;
    case "figures":
      return <Figures block={block} language={language} />;
    case "statements":
      return (
        <>
          {block.statements.map((statement) => (
            <Said statement={statement} language={language} />
          ))}
        </>
      );
    case "terms":
      return (
        <ul>
          {block.terms.map(({ id, title }) => (
            <li>
              {id} {title}
            </li>
          ))}
        </ul>
      );
    case "lines":
    case "list":
      return (
        <ul>
          {block.lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      );
    case "contacts":
      return (
        <ul>
          {block.contacts.map(({ name, role, phone, email, hours }) => (
            <li>{[name, role, phone, email, hours].filter(Boolean).join(", ")}</li>
          ))}
        </ul>
      );
    case "mark":
      return (
        <p>
          <strong>{block.when}:</strong> {block.note} {block.asked}
        </p>
      );
  }
}

function Figures({ block: { figures, path }, language }: { block: BlockOf<"figures">; language: Language }) {
  const { release: labels } = messagesOf(language);
  return (
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
