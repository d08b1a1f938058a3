import { API_HOME_PATH, calendarPath, FEED_FORMATS, feedPath } from "../../../domain/addresses.ts";
import { telephone } from "../../format/telephone.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { ABOUT } from "./landmarks.ts";
import type { PageContext } from "./page-context.ts";

/** The foot of every page: the organisation's pages, ways to follow, the first press contact, the site's notice. */
export function Foot({ context: { site, language } }: { context: PageContext }) {
  const { frame } = messagesOf(language);
  const { contact } = site;
  return (
    <footer class="foot">
      <div class="wide">
        {site.navigation.length > 0 && (
          <div id={ABOUT}>
            <h2>{frame.pages}</h2>
            <ul>
              {site.navigation.map((section) => (
                <li>
                  <a href={section.path}>{section.title}</a>
                </li>
              ))}
            </ul>
          </div>
        )}
        <div>
          <h2>{frame.follow}</h2>
          <ul class="inline">
            {FEED_FORMATS.map((format) => (
              <li>
                <a href={feedPath(language, format)}>{frame[format]}</a>
              </li>
            ))}
          </ul>
          <ul>
            <li>
              <a href={calendarPath(language)}>{frame.calendar}</a>
            </li>
            <li>
              <a href={API_HOME_PATH}>{frame.api}</a>
            </li>
            {site.follow.map((way) => (
              <li>
                <a href={way.href}>{way.title}</a>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h2>{frame.pressContact}</h2>
          <p>{contact.name}</p>
          <ul>
            <li>
              <a href={telephone(contact.phone)}>{contact.phone}</a>
            </li>
            <li>
              <a href={`mailto:${contact.email}`}>{contact.email}</a>
            </li>
          </ul>
        </div>
        <div class="colophon">
          <p>{site.organisation}</p>
          {site.notice !== undefined && <p>{site.notice}</p>}
        </div>
      </div>
    </footer>
  );
}
