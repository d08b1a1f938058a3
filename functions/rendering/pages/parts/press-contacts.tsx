import type { Contact } from "../../../domain/documents/parts.ts";
import { offset } from "../../format/dates.ts";
import { telephone } from "../../format/telephone.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";

/** Whom journalists call: a number to press, an address to write to, hours with their offset, languages spoken. */
export function PressContacts({ contacts, context }: { contacts: readonly Contact[]; context: PageContext }) {
  if (contacts.length === 0) return null;
  return (
    <section>
      <h2>{messagesOf(context.language).publication.contacts}</h2>
      {contacts.map((contact) => (
        <PressContact contact={contact} context={context} />
      ))}
    </section>
  );
}

function PressContact({ contact, context: { language, now } }: { contact: Contact; context: PageContext }) {
  const { languageNames, publication } = messagesOf(language);
  return (
    <div class="contact">
      <p>
        <b>{contact.name}</b>
        {contact.role !== undefined && <span class="soft">{contact.role}</span>}
      </p>
      <ul class="list">
        <li>
          <a href={telephone(contact.phone)}>{contact.phone}</a>
        </li>
        <li>
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </li>
      </ul>
      <p class="soft">
        {contact.hours} ({offset(now, contact.zone)})
      </p>
      <p class="soft">
        {publication.languages}: {contact.languages.map((each) => languageNames[each]).join(", ")}
      </p>
    </div>
  );
}
