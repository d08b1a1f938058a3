import { frontPath, listPath } from "../../../domain/addresses.ts";
import { LANGUAGE_NAMES } from "../../../domain/language.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { ABOUT } from "./landmarks.ts";
import type { LanguageLink } from "./language-links.ts";
import type { PageContext } from "./page-context.ts";

/** The top of every page: whose it is, in which languages one can read it, and where one can go. */
export function Masthead({
  context,
  path,
  languages,
}: {
  context: PageContext;
  /** Where the page stands, to mark it and its section; undefined where nothing stands. */
  path: string | undefined;
  languages: readonly LanguageLink[];
}) {
  const { site, language } = context;
  const { frame } = messagesOf(language);
  const sections = [
    { title: frame.releases, path: listPath(language, "release") },
    { title: frame.events, path: listPath(language, "event") },
    { title: frame.kits, path: listPath(language, "kit") },
  ];
  return (
    <header class="masthead">
      <div class="wide">
        <p class="name">
          <a href={frontPath(language)}>{site.name}</a>
        </p>
        <nav class="languages" aria-label={frame.languages}>
          <ul>
            {languages.map((each) => (
              <li>
                <LanguageOption link={each} context={context} />
              </li>
            ))}
          </ul>
        </nav>
        <nav class="sections" aria-label={frame.navigation}>
          <ul>
            {sections.map((section) => (
              <li>
                <SectionLink section={section} path={path} />
              </li>
            ))}
            {site.navigation.length > 0 && (
              <li class="to-about">
                <a href={`#${ABOUT}`}>{frame.about}</a>
              </li>
            )}
          </ul>
        </nav>
        {site.navigation.length > 0 && (
          <nav class="about" aria-label={frame.pages}>
            <ul>
              {site.navigation.map((section) => (
                <li>
                  <SectionLink section={section} path={path} />
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </header>
  );
}

/** A language named in itself. One that lacks this document says so, in the language of the page. */
function LanguageOption({ link, context }: { link: LanguageLink; context: PageContext }) {
  const { language, exists, path } = link;
  return (
    <a
      href={path}
      lang={language}
      hreflang={language}
      aria-current={language === context.language ? "true" : undefined}
    >
      {LANGUAGE_NAMES[language]}
      {!exists && (
        <span class="soft" lang={context.language}>
          {" "}
          ({messagesOf(context.language).frame.notTranslated})
        </span>
      )}
    </a>
  );
}

/** `page` for the page itself, `true` for the section that it belongs to. */
function SectionLink({
  section,
  path = "",
}: {
  section: { title: string; path: string };
  path: string | undefined;
}) {
  const within = path.startsWith(`${section.path}/`) ? "true" : undefined;
  return (
    <a href={section.path} aria-current={section.path === path ? "page" : within}>
      {section.title}
    </a>
  );
}
