import type { UnitKind } from "../../../functions/domain/kinds.ts";
import { KINDS } from "../../../functions/domain/kinds.ts";
import type { Language } from "../../../functions/domain/language.ts";

/** What a new folder needs to know of the newsroom. */
export interface TemplateSettings {
  readonly id: string;
  readonly source: Language;
  /** Ids of site.yaml, to choose from. */
  readonly topics: readonly string[];
  readonly contacts: readonly string[];
  readonly licences: readonly string[];
}

/** The files of a new folder by name. What is to be filled in is left empty, so that `check` asks for it. */
export function templateOf(kind: UnitKind, settings: TemplateSettings): Record<string, string> {
  return {
    [KINDS[kind].facts]: FACTS[kind](settings),
    [`${settings.source}.md`]: WORDS[kind],
  };
}

const choice = (values: readonly string[]) =>
  values.length > 0 ? `one or more of ${values.join(", ")}` : "of site.yaml";

const head = ({
  id,
  source,
}: TemplateSettings) => `# What is the same in every language. Every field: docs/authoring.md
id: ${id}
source: ${source} # language of the source text`;

const publication = (settings: TemplateSettings) => `${head(settings)}
publishAt: # first moment in public, such as 2027-03-01T10:00
topics: [] # ${choice(settings.topics)}
contacts: [] # ${choice(settings.contacts)}`;

const FACTS: Record<UnitKind, (settings: TemplateSettings) => string> = {
  release: (settings) => `${publication(settings)}
# figures: # their words stand in the language files
#   - id: shelters-2027
#     number: 10
#     asOf: 2027-03
# statements:
#   - id: director-2027
#     kind: paraphrase
`,
  event: (settings) => `${publication(settings)}
start: # such as 2027-07-30T11:00
end: # such as 2027-07-30T12:30
sessions:
  - id: press-conference
    start: # such as 2027-07-30T11:00
    end: # such as 2027-07-30T12:30
# places: # what one registers for
#   - id: press-room
#     sessions: [press-conference]
#     mode: in-person
#     audience: press
#     approval: true
#     capacity: 40
`,
  kit: (settings) => `${publication(settings)}
assets:
  - id: steppe-at-dawn # its name in the language files; choose one that says what it is
    file: # a file beside this one, such as steppe-at-dawn.jpg
    kind: # photograph, document, graphic, video or audio
    people: false
    # who made it
    creator:
    created: # such as 2027-03-01
    licence: # ${settings.licences.length > 0 ? `one of ${settings.licences.join(", ")}` : "of site.yaml"}
`,
  page: (settings) => `${head(settings)}
# contacts: [] # ${choice(settings.contacts)}
`,
};

const COMMON = `# headline, at most 160 characters
title:
# one or two sentences, at most 400 characters
summary:`;

const WORDS: Record<UnitKind, string> = {
  release: `---
${COMMON}
# city of dispatch
city:
# figures:
#   shelters-2027:
#     value: "10"
#     label: state-funded shelters
#     source: Ministry
# statements:
#   director-2027:
#     speaker: Name
#     role: Role, organisation
#     text: What was said.
---

`,
  event: `---
${COMMON}
# city, as lists show it
city:
# venue: { name: Press centre, address: 1 Main Street }
sessions:
  press-conference:
    # title of the session
    title:
# places:
#   press-room:
#     title: Press room
---

`,
  kit: `---
${COMMON}
assets:
  steppe-at-dawn: # the id of the asset in kit.yaml
    # short title
    headline:
    # what it shows, for publication beside it
    caption:
    # what it shows, for those who cannot see it
    alt:
    # how to credit it
    credit:
---

`,
  page: `---
${COMMON}
---

`,
};
