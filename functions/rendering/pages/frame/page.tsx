import type { Child } from "hono/jsx";
import { LANGUAGE_RULES } from "../../../domain/language.ts";
import { moment } from "../../format/dates.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { PUBLISHING_MESSAGES } from "../../messages/publishing.ts";
import { earlyFacts, withEarlyLinks } from "./early-frame.ts";
import { Foot } from "./foot.tsx";
import { type HeadFacts, headOf } from "./head.tsx";
import { CONTENT_ID } from "./landmarks.ts";
import { Masthead } from "./masthead.tsx";
import type { PageContext } from "./page-context.ts";

/** A whole page: head, masthead, what it is about, foot; one HTML document as a string. */
export function page(context: PageContext, asked: HeadFacts, content: Child): string {
  const { language, now, preview, publishing, site, early } = context;
  const facts = early ? earlyFacts(asked) : asked;
  const messages = messagesOf(language);
  const body = (
    <body>
      <a class="skip" href={`#${CONTENT_ID}`}>
        {messages.frame.skip}
      </a>
      {preview && <aside class="preview">{messages.frame.preview(moment(now, site.zone, language))}</aside>}
      {publishing && <aside class="preview">{PUBLISHING_MESSAGES[language].banner(publishing)}</aside>}
      {early?.banner !== undefined && <aside class="preview">{early.banner}</aside>}
      <Masthead context={context} path={facts.canonical?.split("?")[0]} languages={facts.languages} />
      <main id={CONTENT_ID} tabindex={-1}>
        <div class="wide">{content}</div>
      </main>
      <Foot context={context} />
    </body>
  );
  // hono ends void elements as XML does, which HTML knows but does not mean; in text and attributes `>` is escaped.
  const html = body.toString().replaceAll("/>", ">");
  const shown = early ? withEarlyLinks(html, early) : html;
  const direction = LANGUAGE_RULES[language].direction === "rtl" ? 'dir="rtl" ' : "";
  return `<!doctype html>\n<html ${direction}lang="${language}">\n${headOf(context, facts)}\n${shown}\n</html>\n`;
}
